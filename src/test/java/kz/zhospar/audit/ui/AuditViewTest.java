package kz.zhospar.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeDetails;
import java.time.LocalDate;
import kz.zhospar.common.Formats;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class AuditViewTest {

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void tellsWhoChangedWhatAndOnWhoseDecisions() {
        var number = drafts.applied("uoz", "Поликлиники");

        open("auditor", "?kind=apply&request=" + number, () -> {
            assertThat(part("z-log")).contains("Изменение плана", "akim-office", "Обоснование: Поликлиники");
            openFirst();
            assertThat(part("z-log-more")).contains("42,5", "uoz-head", "Проверено", "Согласовано");
        });
    }

    @Test
    void leavesDraftsOutUnlessAskedForThem() {
        var number = drafts.submitted("uoz", "Больницы");

        open(
                "auditor",
                "?request=" + number,
                () -> assertThat(part("z-log")).contains("Ход согласования").doesNotContain("Черновик"));
        open(
                "auditor",
                "?kind=all&request=" + number,
                () -> assertThat(part("z-log")).contains("Ход согласования", "Черновик"));
        open(
                "auditor",
                "?kind=draft&request=" + number,
                () -> assertThat(part("z-log")).doesNotContain("Ход согласования"));
    }

    @Test
    void countsDaysInTheCitysTimeAndTheLastOneIn() {
        var number = drafts.submitted("uoz", "Аптеки");
        var today = LocalDate.now(Formats.ZONE);

        open(
                "auditor",
                "?request=%d&from=%s&until=%s".formatted(number, today, today),
                () -> assertThat(part("z-log")).contains("Ход согласования"));
        open(
                "auditor",
                "?request=%d&until=%s".formatted(number, today.minusDays(1)),
                () -> assertThat(text()).contains("Записей по этим условиям нет"));
        open(
                "auditor",
                "?from=nonsense&until=99999-01-01&request=x&kind=y",
                () -> assertThat(part("z-log")).isNotEmpty());
    }

    @Test
    void pagesByRevision() {
        for (int i = 0; i < 20; i++) {
            drafts.draft("uzo", "Много записей");
        }

        open("auditor", "?kind=draft&body=uzo", () -> {
            assertThat(_find(LogRow.class)).hasSize(50);
            _click(button("Показать ещё"));
            assertThat(_find(LogRow.class)).hasSizeGreaterThanOrEqualTo(60);
        });
    }

    @Test
    void showsADepartmentOnlyItsOwnAndSaysSo() {
        var number = drafts.submitted("uoz", "Лекарства");

        open(
                "uoz-official",
                "?request=" + number,
                () -> assertThat(text()).contains("Показаны записи вашего органа", "uoz-official"));
        open(
                "ut-official",
                "?request=" + number,
                () -> assertThat(text())
                        .contains("Записей по этим условиям нет")
                        .doesNotContain("uoz-official"));
    }

    @Test
    void isNoPlaceForTheAdministrator() {
        open("admin", "", () -> assertThat(text()).contains("Раздел недоступен"));
    }

    @Test
    void beginsWithTheFirstLoad() {
        open("auditor", "?kind=load", () -> {
            assertThat(part("z-log")).contains("Первоначальная загрузка", "Система");
            openFirst();
            assertThat(part("z-log-more")).contains("Загружен весь план");
        });
    }

    private static void openFirst() {
        var row = _find(NativeDetails.class).getFirst();
        row.setOpen(true);
        ComponentUtil.fireEvent(row, new NativeDetails.ToggleEvent(row, true));
    }

    private void open(String account, String query, Runnable look) {
        Browser.open(context, account, "audit" + query, look);
    }
}
