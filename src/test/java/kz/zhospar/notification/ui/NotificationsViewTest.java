package kz.zhospar.notification.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.buttons;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import kz.zhospar.common.Language;
import kz.zhospar.live.Signals;
import kz.zhospar.notification.Mailing;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ScreenTest;
import kz.zhospar.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
class NotificationsViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private NotificationService notifications;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    /** The other tests on this database tell the same people of what they do, some of it a moment after they end. */
    @BeforeEach
    void forgetWhatOthersTold() {
        var owner = TestDatabase.asOwner(context);
        await().until(() -> owner.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single()
                == 0);
        owner.sql("delete from notification").update();
    }

    @Test
    void countsOnTheBellWhatIsUnread() {
        ring("seismology-official", bell -> assertThat(words(bell)).isEqualTo("Уведомления: непрочитанных нет"));

        tell("seismology-official", NoticeKind.COMMENTED, "1", "Датчики", "Кто-то");
        ring("seismology-official", bell -> assertThat(words(bell)).isEqualTo("Уведомления: 1 непрочитанное"));

        tell("seismology-official", NoticeKind.COMMENTED, "2", "Датчики", "Кто-то");
        ring("seismology-official", bell -> {
            assertThat(words(bell)).isEqualTo("Уведомления: 2 непрочитанных");
            assertThat(part("z-bell-count")).isEqualTo("2");
            assertThat(bell.getHref()).isEqualTo("notifications");
        });
    }

    @Test
    void saysThatNoMailIsUndelivered() {
        open("admin", "admin/mail", () -> {
            assertThat(text())
                    .contains(
                            "Недоставленные письма", "Недоставленных писем нет.", "Отправка писем в системе отключена");
            assertThat(buttons()).doesNotContain("Отправить все снова");
        });
    }

    @Test
    void followsWhatComesWhileAScreenIsOpen() {
        ring("ales-official", bell -> {
            tell("ales-official", NoticeKind.MENTIONED, "3", "Лесовосстановление", "Кто-то");
            bell.follow();

            assertThat(words(bell)).isEqualTo("Уведомления: 1 непрочитанное");
            assertThat(text()).contains("Вас упомянули в обсуждении запроса № 3 «Лесовосстановление». Автор: Кто-то.");
        });
    }

    @Test
    void showsTheNewestFirstWithItsLinkAndMarksItReadWhenItIsOpened() {
        tell("dchs-official", NoticeKind.RETURNED, "4", "Сирены", "Аппарат");
        tell("dchs-official", NoticeKind.SUBSTITUTE_NAMED, "Руководитель", "2026-11-23", "2026-12-04");
        open("dchs-official", "notifications", () -> {
            var rows = _find(NoticeRow.class);
            assertThat(rows).hasSize(2);
            assertThat(words(rows.getFirst())).contains("с 23 нояб. 2026", "по 4 дек. 2026", "новое");
            var returned = link("«Сирены»");
            assertThat(returned.getHref()).isEqualTo("changes/4");

            _fireDomEvent(returned, "click");
        });
        open("dchs-official", "notifications", () -> {
            assertThat(_find(NoticeRow.class).stream().map(NotificationsViewTest::words))
                    .anySatisfy(row -> assertThat(row).contains("«Сирены»").doesNotContain("новое"));
        });
    }

    @Test
    void marksAllAsRead() {
        for (var number = 1; number <= 3; number++) {
            tell("uor-official", NoticeKind.APPLIED, String.valueOf(number), "Рекультивация", "Аппарат");
        }
        open("uor-official", "notifications", () -> {
            _click(button("Отметить все прочитанными"));

            assertThat(part("z-notices")).doesNotContain("новое");
            assertThat(button("Отметить все прочитанными").isEnabled()).isFalse();
        });
        as(person("uor-official"), () -> assertThat(notifications.unread()).isZero());
    }

    @Test
    void showsALongListPieceByPiece() {
        for (var number = 1; number <= 35; number++) {
            publish("uf-official", NoticeKind.COMMENTED, String.valueOf(number), "Бюджет", "Кто-то");
        }
        awaitUnread("uf-official", 35);
        open("uf-official", "notifications", () -> {
            assertThat(_find(NoticeRow.class)).hasSize(30);
            _click(button("Показать ещё"));

            assertThat(_find(NoticeRow.class)).hasSize(35);
            _assertNone(Button.class, spec -> spec.withText("Показать ещё"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"uc-official", "oryaio-head", "curator-3", "auditor", "admin"})
    void saysThatThereIsNothingYet(String account) {
        open(account, "notifications", () -> assertThat(text()).contains("Уведомлений пока нет"));
    }

    @Test
    void keepsEachChoiceAsItIsMade() {
        open("uki-official", "settings", () -> {
            assertThat(text()).contains("Отправка писем в системе отключена", "Меня упомянули в обсуждении");
            assertThat(radio("Меня упомянули в обсуждении: сразу").getValue()).isTrue();

            radio("Меня упомянули в обсуждении: не присылать").setValue(true);
            radio("Қазақша").setValue(true);

            assertThat(radio("Меня упомянули в обсуждении: сразу").getValue()).isFalse();
            assertThat(text()).contains("Сохранено");
        });
        open("uki-official", "settings", () -> {
            assertThat(radio("Меня упомянули в обсуждении: не присылать").getValue())
                    .isTrue();
            assertThat(radio("Комментарий к запросу с моим участием: раз в день")
                            .getValue())
                    .isTrue();
            assertThat(radio("Қазақша").getValue()).isTrue();
        });
        as(person("uki-official"), () -> {
            assertThat(notifications.preferences().of(NoticeKind.MENTIONED)).isEqualTo(Mailing.NONE);
            assertThat(notifications.preferences().language()).isEqualTo(Language.KK);
        });
    }

    @Test
    void leadsToTheSettings() {
        open("auditor", "notifications", () -> {
            assertThat(link("Настройка уведомлений").getHref()).isEqualTo("settings");
            UI.getCurrent().navigate("settings");
            assertThat(text()).contains("Письма по видам событий");
        });
    }

    /** Opens an address in the frame of all screens, which Karibu leaves out, and looks at its bell. */
    private void ring(String account, Consumer<Bell> look) {
        open(account, "notifications", () -> {
            var bell = new Bell(notifications, context.getBean(Signals.class), account);
            UI.getCurrent().add(bell);
            look.accept(bell);
        });
    }

    private static String words(Bell bell) {
        return bell.getElement().getAttribute("aria-label");
    }

    private static String words(Component row) {
        return row.getElement().getTextRecursively();
    }

    private static Anchor link(String text) {
        return _get(Anchor.class, spec -> spec.withPredicate(link -> words(link).contains(text)));
    }

    private static Radio radio(String label) {
        return _get(
                Radio.class,
                spec -> spec.withPredicate(
                        radio -> label.equals(radio.getElement().getAttribute("aria-label"))));
    }

    private void tell(String account, NoticeKind kind, String... arguments) {
        var before = as(person(account), () -> notifications.unread());
        publish(account, kind, arguments);
        awaitUnread(account, before + 1);
    }

    private void publish(String account, NoticeKind kind, String... arguments) {
        var notice = Notice.of(kind, Set.of(account), "changes/" + arguments[0], clock.instant(), arguments);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> events.publishEvent(notice));
    }

    private void awaitUnread(String account, long number) {
        await().until(() -> as(person(account), () -> notifications.unread()) == number);
    }

    private void open(String account, String address, Runnable look) {
        Browser.open(context, account, address, look);
    }
}
