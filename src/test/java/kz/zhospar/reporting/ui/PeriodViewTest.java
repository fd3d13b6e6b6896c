package kz.zhospar.reporting.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.buttons;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.Provenance;
import kz.zhospar.reporting.Campaign;
import kz.zhospar.reporting.ExceptionRecord;
import kz.zhospar.reporting.Periods;
import kz.zhospar.reporting.ReportRow;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each test reports on indicators and years of its own. */
@ZhosparTest(properties = "zhospar.test=reporting-screens")
class PeriodViewTest {

    @Autowired
    private ApplicationContext context;

    private Periods periods;

    @BeforeEach
    void prepare() {
        periods = new Periods(context);
    }

    // --- the page of a body ---

    @Test
    void savesWhatIsTypedCellByCell() {
        var campaign = periods.open(2025, periods.scope(39, 40));
        open("ut-official", campaign, () -> {
            assertThat(text()).contains("Заполнено 0 из 2", "не заполнено");
            _setValue(field("Факт, показатель 39"), "1 060,5");
            _setValue(field("Источник, показатель 39"), "БНС");
            _setValue(field("На дату, показатель 39"), "15.01.2026");
            _setValue(
                    _find(Checkbox.class).stream()
                            .filter(box -> box.getAriaLabel()
                                    .filter("Предварительный, показатель 39"::equals)
                                    .isPresent())
                            .findFirst()
                            .orElseThrow(),
                    true);
            assertThat(text()).contains("Заполнено 1 из 2", "черновик", "+3,5", "Сохранено");
        });

        var row = row("ut-official", campaign, 39);
        assertThat(row.fact()).isEqualTo(Quantity.of("1060.5"));
        assertThat(row.provenance()).isEqualTo(new Provenance("БНС", LocalDate.of(2026, 1, 15), true, ""));
    }

    @Test
    void writesNothingByBeingOpened() {
        var campaign = periods.open(2023, periods.scope(40, 41));
        periods.enter("ut-official", campaign, ref(40), "800", "Сроки сдвинуты");
        var before = as(person("ut-official"), () -> periods.reports().rows(campaign.number()));

        open("ut-official", campaign, () -> {
            assertThat(labelled(CommentInput.class, "Комментарий, показатель 40"))
                    .extracting(CommentInput::getValue)
                    .containsExactly("Сроки сдвинуты");
            assertThat(part("rp-message")).isBlank();
            assertThat(text()).doesNotContain("Сохранено");
        });

        assertThat(as(person("ut-official"), () -> periods.reports().rows(campaign.number())))
                .isEqualTo(before);
    }

    @Test
    void saysAtTheRowWhatCannotBeReadAndKeepsTheRest() {
        var campaign = periods.open(2025, periods.scope(41));
        open("ut-official", campaign, () -> {
            _setValue(field("Факт, показатель 41"), "22 т.");
            _setValue(field("Источник, показатель 41"), "БНС");
            _setValue(field("На дату, показатель 41"), "31.02.2026");
            assertThat(part("rp-message")).contains("Не удалось прочитать «22 т.»", "Дата «31.02.2026» не распознана");
            assertThat(field("Факт, показатель 41").getValue()).isEqualTo("22 т.");
        });
        assertThat(row("ut-official", campaign, 41))
                .returns(null, ReportRow::fact)
                .returns("БНС", row -> row.provenance().source());
    }

    @Test
    void saysNotThatARowIsSavedOfWhichAPartIsNot() {
        var campaign = periods.open(2024, periods.scope(42));
        var later = new Formats(Language.RU).day(periods.today().plusDays(1));
        open("ut-official", campaign, () -> {
            _setValue(field("Факт, показатель 42"), "5");
            assertThat(part("rp-bar")).contains("Сохранено");
            _setValue(field("На дату, показатель 42"), later);
            assertThat(part("rp-message")).contains("Поле «На дату»: дата от 01.01.2000 до ");
            assertThat(part("rp-bar")).doesNotContain("Сохранено");
            _setValue(field("Источник, показатель 42"), "я".repeat(1001));
            assertThat(part("rp-message")).contains("Поле «Источник»: не более");
            assertThat(field("На дату, показатель 42").getValue()).isEqualTo(later);
        });
        assertThat(row("ut-official", campaign, 42))
                .returns(Quantity.of("5"), ReportRow::fact)
                .returns(Provenance.FINAL, ReportRow::provenance);
    }

    @Test
    void takesThePercentSignAlongWhereTheRowIsInPercent() {
        var campaign = periods.open(2024, periods.scope(54, 58));
        open("uoz-official", campaign, () -> {
            _setValue(field("Факт, показатель 58"), "52,5\u00a0%");
            _setValue(field("Факт, показатель 54"), "190 %");
            assertThat(part("rp-message")).contains("Не удалось прочитать «190 %»");
        });
        assertThat(row("uoz-official", campaign, 58).fact()).isEqualTo(Quantity.of("52.5"));
        assertThat(row("uoz-official", campaign, 54).fact()).isNull();
    }

    @Test
    void marksWhereACommentIsWantedAndSubmitsNothingWithoutIt() {
        var campaign = periods.open(2025, periods.scope(11));
        open("ueiv-official", campaign, () -> {
            _setValue(field("Факт, показатель 11.2"), "20");
            assertThat(text()).contains("Нужен комментарий", "+5,48 (+37,7\u00a0%)", "хуже плана");
            _click(button("Отправить на согласование"));
            assertThat(text()).contains("Не заполнено строк: 3 из 4");
            _click(button("Отправить заполненные"));
            assertThat(text()).contains("Добавьте комментарий: Показатель 11, строка 2.");

            _setValue(
                    labelled(CommentInput.class, "Комментарий, показатель 11.2").getFirst(), "Авария на сетях");
            assertThat(text()).doesNotContain("Нужен комментарий");
            _click(button("Отправить на согласование"));
            _click(button("Отправить заполненные"));
            assertThat(text())
                    .contains("отправлен на согласование", "Факты за 2025 год, УЭиВ", "отзовите запрос")
                    .contains("Авария на сетях");
            assertThat(_find(Input.class)).isEmpty();
        });
    }

    @Test
    void fillsRowsDownwardFromAPastedColumn() {
        var campaign = periods.open(2025, periods.scope(67, 68, 69, 72));
        open("ump-official", campaign, () -> {
            paste("FACT", 67, "101 903", "203806,5", "", "много", "1", "2");
            assertThat(text()).contains("Вставлено: 2, не принято: 1, не поместилось ниже последней строки: 2");
            assertThat(part("rp-message")).contains("Не удалось прочитать «много»");
            paste("DATE", 67, "15.01.2026", "2026-01-16");
        });
        assertThat(row("ump-official", campaign, 67).fact()).isEqualTo(Quantity.of("101903"));
        assertThat(row("ump-official", campaign, 68))
                .returns(Quantity.of("203806.5"), ReportRow::fact)
                .returns(LocalDate.of(2026, 1, 16), row -> row.provenance().date());
        assertThat(row("ump-official", campaign, 69).fact()).isNull();
        assertThat(row("ump-official", campaign, 72).fact()).isNull();
    }

    private void paste(String column, int indicator, String... lines) {
        var from = periods.series(indicator, 1).ref().id().toString();
        _get(FactTable.class).paste(from, column, List.of(lines));
    }

    @Test
    void showsOnlyRowsWithoutAFactWhenAsked() {
        var campaign = periods.open(2024, periods.scope(39, 40));
        periods.enter("ut-official", campaign, ref(39), "964", "");
        Browser.open(context, "ut-official", campaign.address() + "?missing=1", () -> {
            assertThat(labelled(Input.class, "Факт, показатель 39")).isEmpty();
            assertThat(field("Факт, показатель 40").getValue()).isEmpty();
        });
    }

    @Test
    void showsAColleagueWhoIsWriting() {
        var campaign = periods.open(2024, periods.scope(41));
        periods.enter("ut-official", campaign, ref(41), "22 181", "");
        open("ut-head", campaign, () -> {
            assertThat(text()).contains("Факты заполняет ваш коллега: ut-official", "22\u00a0181");
            assertThat(_find(Input.class)).isEmpty();
            assertThat(buttons()).contains("Продолжить вместо коллеги");
        });
    }

    @Test
    void explainsARowThatAnotherRequestHolds() {
        var other = periods.open(2025, periods.scope(115));
        periods.enter("seismology-official", other, ref(115), "80,5", "");
        var number = periods.submit("seismology-official", other);
        open(
                "dchs-official",
                other,
                () -> assertThat(text()).contains("Значение занято запросом № " + number, "на согласовании"));
    }

    @Test
    void letsTheBodyChooseWhereThePlanHasMoved() {
        var campaign = periods.open(2025, periods.scope(113));
        periods.enter("dchs-official", campaign, ref(113), "88", "");
        periods.enter("seismology-official", campaign, ref(113), "89", "");
        periods.approve(periods.submit("seismology-official", campaign));
        open("dchs-official", campaign, () -> {
            assertThat(text()).contains("значение в плане изменилось: 89");
            _click(button("Оставить моё"));
            assertThat(field("Факт, показатель 113").getValue()).isEqualTo("88");
        });
    }

    @Test
    void offersAnExceptionAfterClosing() {
        var campaign = periods.closed(2025, periods.scope(81));
        open("us-sport-official", campaign, () -> {
            assertThat(text()).contains("Приём фактов закрыт");
            assertThat(_find(Input.class)).isEmpty();
            _click(button("Запросить исключение"));
            _setValue(_get(TextArea.class, spec -> spec.withLabel("Причина")), "Данные поступили позже");
            _click(_find(Button.class, spec -> spec.withText("Запросить исключение"))
                    .getLast());
            assertThat(text()).contains("Заполните поле «Внести факты до».");
            _setValue(
                    _get(DayField.class, spec -> spec.withLabel("Внести факты до")),
                    periods.today().plusDays(2));
            _click(_find(Button.class, spec -> spec.withText("Запросить исключение"))
                    .getLast());
            assertThat(text()).contains("ждёт решения", "Данные поступили позже");
        });
        Browser.open(context, "economy", "periods", () -> {
            assertThat(text()).contains("Исключения после закрытия", "Данные поступили позже");
            _click(button("Разрешить"));
            _click(_find(Button.class, spec -> spec.withText("Разрешить")).getLast());
            assertThat(text()).contains("разрешено");
        });
        assertThat(as(person("economy"), () -> periods.exceptions().all()))
                .anyMatch(one -> one.campaign() == campaign.number() && one.state() == ExceptionRecord.State.GRANTED);
        open("us-sport-official", campaign, () -> {
            assertThat(text()).contains("для вашего органа действует исключение");
            assertThat(field("Факт, показатель 81").getValue()).isEmpty();
        });
    }

    @Test
    void saysThatThereIsNoSuchPeriodAndNoRows() {
        Browser.open(
                context,
                "ut-official",
                "periods/999999",
                () -> assertThat(text()).contains("Период не найден"));
        Browser.open(
                context, "ut-official", "periods/abc", () -> assertThat(text()).contains("Период не найден"));
        var campaign = periods.open(2023, periods.scope(39));
        open("uo-official", campaign, () -> assertThat(text()).contains("у вашего органа нет показателей"));
        open("auditor", campaign, () -> assertThat(text()).contains("Факты вносят ответственные органы"));
    }

    // --- the list ---

    @Test
    void showsEachBodyItsProgressAndThoseWhoOverseeEverybodys() {
        var campaign = periods.open(2022, periods.scope(7, 39, 40));
        Browser.open(
                context,
                "ut-head",
                "periods",
                () -> assertThat(part("rp-periods")).contains(campaign.title(), "Заполнено"));
        for (var account : List.of("economy", "akim-office", "auditor", "admin")) {
            Browser.open(
                    context,
                    account,
                    "periods?progress=" + campaign.number(),
                    () -> assertThat(part("rp-bodies")).contains("УЭиВ", "УТ", "Всего"));
        }
        Browser.open(context, "curator-2", "periods", () -> {
            assertThat(text()).contains(campaign.title());
            assertThat(part("rp-bodies")).isEmpty();
        });
        Browser.open(
                context,
                "ut-official",
                "periods?progress=" + campaign.number(),
                () -> assertThat(part("rp-bodies")).isEmpty());
    }

    @Test
    void ordersBodiesByWhatTheyAreMissing() {
        var campaign = periods.open(2025, periods.scope(8, 9, 42));
        var address = "periods?progress=" + campaign.number();
        Browser.open(
                context,
                "akim-office",
                address,
                () -> assertThat(part("rp-bodies")).containsSubsequence("УЭиВ", "УТ"));
        Browser.open(
                context,
                "akim-office",
                address + "&sort=body",
                () -> assertThat(part("rp-bodies")).containsSubsequence("УТ", "УЭиВ"));
    }

    // --- administration and the home desk ---

    @Test
    void announcesAPeriodFromTheForm() {
        Browser.open(context, "admin", "admin/periods?new=1", () -> {
            assertThat(text()).contains("Строк: 134, органов: 25");
            _click(button("Объявить период"));
            assertThat(text()).contains("Заполните поле «Название».");
            _setValue(_get(TextField.class, spec -> spec.withLabel("Название")), "Итоги первого года");
            for (var label : List.of("Открывается", "Срок сдачи", "Закрывается")) {
                _setValue(
                        _get(DayField.class, spec -> spec.withLabel(label)),
                        periods.today().plusDays(100));
            }
            _click(button("Объявить период"));
            assertThat(text()).contains("Период «Итоги первого года» сохранён.", "запланирован");
        });
        assertThat(as(person("admin"), () -> periods.campaigns().all()))
                .extracting(Campaign::title)
                .contains("Итоги первого года");
    }

    @Test
    void remindsOnTheHomeDesk() {
        var campaign = periods.announce(2021, -9, -1, 9, periods.scope(43));
        Browser.open(
                context,
                "ugm-official",
                "",
                () -> assertThat(text()).contains("Отчётность", campaign.title(), "срок прошёл", "всего строк: 1"));
        Browser.open(context, "uit-official", "", () -> assertThat(text()).doesNotContain("всего строк"));
    }

    private void open(String account, Campaign campaign, Runnable look) {
        Browser.open(context, account, campaign.address(), look);
    }

    private static Input field(String label) {
        return labelled(Input.class, label).getFirst();
    }

    private static <T extends Component> List<T> labelled(Class<T> type, String label) {
        return _find(type).stream()
                .filter(field -> label.equals(field.getElement().getAttribute("aria-label")))
                .toList();
    }

    private ItemRef ref(int indicator) {
        return periods.series(indicator, 1).ref();
    }

    private ReportRow row(String account, Campaign campaign, int indicator) {
        return as(person(account), () -> periods.reports().rows(campaign.number()))
                .row(ref(indicator))
                .orElseThrow();
    }
}
