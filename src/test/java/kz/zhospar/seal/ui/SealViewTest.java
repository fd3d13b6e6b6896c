package kz.zhospar.seal.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import java.time.Duration;
import java.time.Instant;
import kz.zhospar.identity.SignIn;
import kz.zhospar.seal.SealService;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ZhosparTest(
        properties = {"zhospar.test=seal-view", "zhospar.seal.home=${java.io.tmpdir}/zhospar-seal-view-${random.uuid}"})
class SealViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SealService seals;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsTheNewestSealWithItsKey() {
        var head = SignIn.as(SignIn.person("auditor"), seals::sealNow).orElseThrow();
        for (var account : new String[] {"auditor", "admin"}) {
            open(account, () -> {
                assertThat(text()).contains("№ " + head.number(), head.hash(), String.valueOf(head.keyId()));
                assertThat(part("z-seal-table"))
                        .contains(head.hash().substring(0, 16))
                        .doesNotContain("не подписана");
            });
        }
    }

    @Test
    void isForAuditorsAndAdministratorsOnly() {
        for (var account : new String[] {"economy", "akim-office", "ugm-head", "curator-1"}) {
            open(account, () -> assertThat(text()).contains("Раздел недоступен"));
        }
    }

    @Test
    void verifiesOffTheRequestAndNamesWhatItFinds() {
        SignIn.as(SignIn.person("auditor"), seals::sealNow);
        open("auditor", () -> {
            _click(button("Проверить"));
            assertThat(button("Проверить").isEnabled()).isFalse();
            await();
            assertThat(text()).contains("Расхождений нет", "проверку запустил: Ольга Абенова");
            assertThat(button("Проверить").isEnabled()).isTrue();
        });
        var id = jdbc.sql("select id::text from goal order by id limit 1")
                .query(String.class)
                .single();
        jdbc.sql("update goal set title_en = title_en || '.' where id::text = ?")
                .param(id)
                .update();
        try {
            open("admin", () -> {
                _click(button("Проверить"));
                await();
                assertThat(part("z-seal-faults"))
                        .contains("Строка таблицы goal не такая, как в журнале: строка " + id)
                        .contains("План в таблицах не такой");
            });
            Browser.open(
                    context,
                    "auditor",
                    "",
                    () -> assertThat(text()).contains("нашла расхождения: 2", "Открыть печати"));
        } finally {
            jdbc.sql("update goal set title_en = left(title_en, -1) where id::text = ?")
                    .param(id)
                    .update();
        }
        SignIn.as(SignIn.person("auditor"), seals::verify);
        Browser.open(context, "auditor", "", () -> assertThat(text()).doesNotContain("расхождения"));
    }

    /** The result is pushed; here the browser asks. */
    private void await() {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (seals.runningVerification().isPresent() || !button("Проверить").isEnabled()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            MockVaadin.clientRoundtrip(true);
        }
    }

    private void open(String account, Runnable look) {
        Browser.open(context, account, "audit/seal", look);
    }
}
