package kz.zhospar.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.common.Formats;
import kz.zhospar.identity.SignIn;
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
            assertThat(part("z-log"))
                    .contains(
                            "Изменение плана", "akim-office", "Обоснование: Поликлиники", "значения: 1", "решение: 1");
            openFirst();
            assertThat(part("z-grounds")).contains("Протокол № 7", "Круг согласования: 1");
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
    void findsWhatConcernsAnItemByItsAddress() {
        var number = drafts.applied("uzo", "Предмет");
        var other = drafts.applied("ut", "Прочее");
        var row = drafts.series("uzo").ref();

        open(
                "auditor",
                "?kind=apply&object=SERIES:" + row.id(),
                () -> assertThat(part("z-log")).contains("№ " + number).doesNotContain("№ " + other + " "));
        open(
                "auditor",
                "?object=SERIES:nonsense&kind=load",
                () -> assertThat(part("z-log")).isNotEmpty());
        open("auditor", "?object=ACTION:" + row.id(), () -> {
            var field = _get(ObjectField.class);
            assertThat(field.getItemLabelGenerator().apply(field.getValue())).contains("исключено из плана");
        });
    }

    @Test
    void opensTheOneRevisionThatTheAddressNames() {
        var number = drafts.applied("uoz", "Одна запись");
        open("auditor", "?kind=apply&request=" + number, () -> {
            var revision = part("z-log-number").replaceAll("\\D", "");
            UI.getCurrent().navigate("audit", QueryParameters.of("revision", revision));
            assertThat(_find(LogRow.class)).hasSize(1);
            assertThat(part("z-log-more")).contains("42,5");
        });
    }

    @Test
    void keepsAFilterUnderAName() {
        open("auditor", "?kind=apply&body=uoz", () -> {
            _click(button("Сохранить отбор"));
            _click(button("Сохранить"));
            assertThat(_get(TextField.class, spec -> spec.withLabel("Название отбора"))
                            .getErrorMessage())
                    .contains("Укажите название");
            _setValue(_get(TextField.class, spec -> spec.withLabel("Название отбора")), "Мой отбор 7");
            _click(button("Сохранить"));
            assertThat(part("z-chips")).contains("Мой отбор 7");
        });
        open("economy", "", () -> assertThat(text()).doesNotContain("Мой отбор 7"));
        open("auditor", "", () -> {
            assertThat(_find(Anchor.class, spec -> spec.withText("Мой отбор 7")))
                    .singleElement()
                    .satisfies(link -> assertThat(link.getHref()).contains("kind=apply", "body=uoz"));
            _click(_get(NativeButton.class, spec -> spec.withText("×")));
            assertThat(part("z-chips")).doesNotContain("Мой отбор 7");
        });
    }

    @Test
    void saysInWordsWhatAnAuditorHasRead() {
        var row = drafts.series("uk").ref();
        SignIn.as(
                SignIn.person("auditor"),
                () -> context.getBean(HistoryService.class).of(row));

        open(
                "auditor",
                "?kind=reading&person=auditor",
                () -> assertThat(part("z-log")).contains("Ознакомление", "Открыта история: Показатель"));
        open("auditor", "?person=auditor", () -> assertThat(text()).doesNotContain("Открыта история"));
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
