package kz.zhospar.calendar.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import kz.zhospar.calendar.CalendarService;
import kz.zhospar.calendar.DayKind;
import kz.zhospar.calendar.DayStatement;
import kz.zhospar.calendar.DeclaredDay;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each test writes in a year of its own. */
@ScreenTest
class CalendarViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CalendarService calendar;

    @Test
    void showsTheDaysOfTheYearInTheAddress() {
        open("?year=2026", () -> {
            assertThat(part("z-calendar-month"))
                    .contains("Март", "9 марта", "понедельник", "Выходной взамен 8 марта", "№ 267")
                    .doesNotContain("Август", "2025");
            assertThat(current().getText()).isEqualTo("2026");
            assertThat(text()).contains("их вносит администратор");
            assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("admin");
        });
        open("?year=2025", () -> assertThat(part("z-calendar-day")).contains("5 января", "воскресенье", "Рабочий"));
    }

    @Test
    void saysWhichYearsHaveNoDays() {
        open("?year=2061", () -> {
            assertThat(text()).contains("На 2061 год дни не внесены");
            assertThat(part("z-calendar-years")).contains("2061дней нет", "2026дней: 19");
        });
    }

    @Test
    void takesAnythingElseInTheAddressForThisYear() {
        for (var query : List.of("", "?year=", "?year=abc", "?year=0000", "?year=9999", "?year=%3Cscript%3E")) {
            open(query, () -> assertThat(current().getHref()).startsWith("admin/calendar?year=20"));
        }
    }

    @Test
    void addsADayAndShowsItsYear() {
        open("?year=2026", () -> {
            _click(button("Добавить день"));
            fill(LocalDate.of(2041, 3, 25), "Выходной взамен 23 марта", "Закон № 267");
            _click(button("Сохранить"));

            assertThat(_find(Dialog.class)).isEmpty();
            assertThat(current().getText()).isEqualTo("2041");
            assertThat(part("z-calendar-day"))
                    .contains("25 марта", "понедельник", "Выходной взамен 23 марта", "Закон № 267", "Выходной");
            assertThat(text()).contains("Внесено: 25 марта 2041, понедельник");
        });
    }

    @Test
    void saysAtEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        var taken = declare(LocalDate.of(2042, 5, 12), "Занято");

        open("?year=2042", () -> {
            _click(button("Добавить день"));
            _click(button("Сохранить"));
            assertThat(day().getErrorMessage()).startsWith("Укажите дату");
            assertThat(name().getErrorMessage()).isEqualTo("Укажите название на русском языке.");
            assertThat(source().getErrorMessage()).isEqualTo("Укажите основание.");

            fill(taken.day(), "Ещё раз", "Приказ");
            _click(button("Сохранить"));
            assertThat(day().isInvalid()).isTrue();
            assertThat(day().getErrorMessage()).contains("уже внесён");
            assertThat(name().isInvalid()).isFalse();
            assertThat(name().getValue()).isEqualTo("Ещё раз");

            _setValue(day(), taken.day().plusDays(1));
            _setValue(kind(), DayKind.WORKING);
            _click(button("Сохранить"));
            assertThat(kind().getErrorMessage()).contains("и так рабочие");
            assertThat(day().isInvalid()).isFalse();
        });

        assertThat(days(2042)).containsExactly(taken);
    }

    @Test
    void changesADay() {
        declare(LocalDate.of(2043, 5, 12), "Выходной взамен 9 мая");

        open("?year=2043", () -> {
            _click(labelled("Изменить: 12 мая"));
            assertThat(name().getValue()).isEqualTo("Выходной взамен 9 мая");
            assertThat(day().getValue()).isEqualTo(LocalDate.of(2043, 5, 12));
            _setValue(day(), LocalDate.of(2043, 5, 11));
            _click(button("Сохранить"));
            assertThat(part("z-calendar-day")).contains("11 мая").doesNotContain("12 мая");
        });
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFaster() {
        var seen = declare(LocalDate.of(2044, 5, 12), "Было");

        open("?year=2044", () -> {
            _click(labelled("Изменить: 12 мая"));
            as(person("admin"), () -> calendar.remove(seen, "Не нужен"));
            _setValue(name(), "Стало");
            _click(button("Сохранить"));
            assertThat(part("z-alert bad")).contains("уже удалён");
            assertThat(name().getValue()).isEqualTo("Стало");
        });
    }

    @Test
    void removesADayForAReason() {
        declare(LocalDate.of(2045, 5, 12), "Лишний");

        open("?year=2045", () -> {
            _click(labelled("Удалить: 12 мая"));
            assertThat(text()).contains("12 мая 2045, пятница: «Лишний»", "день будет считаться рабочим");
            _click(remove());
            assertThat(reason().getErrorMessage()).isEqualTo("Укажите причину.");
            _setValue(reason(), "Внесён по ошибке");
            _click(remove());
            assertThat(_find(Dialog.class)).isEmpty();
            assertThat(text()).contains("На 2045 год дни не внесены");
        });
    }

    @Test
    void isOpenToTheAdministratorAlone() {
        Browser.open(
                context,
                "akim-office",
                "admin/calendar",
                () -> assertThat(text()).contains("Раздел недоступен"));
    }

    private DeclaredDay declare(LocalDate day, String name) {
        return as(
                person("admin"),
                () -> calendar.declare(
                        new DayStatement(day, DayKind.HOLIDAY, LocalizedText.of(name), "Трудовой кодекс")));
    }

    private List<DeclaredDay> days(int year) {
        return as(person("admin"), () -> calendar.days(year));
    }

    private static void fill(LocalDate date, String name, String source) {
        _setValue(day(), date);
        _setValue(name(), name);
        _setValue(source(), source);
    }

    private static DatePicker day() {
        return _get(DatePicker.class, spec -> spec.withLabel("Дата"));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<DayKind> kind() {
        return _get(RadioButtonGroup.class);
    }

    private static TextField name() {
        return _get(TextField.class, spec -> spec.withLabel("Название на русском языке"));
    }

    private static TextArea source() {
        return _get(TextArea.class, spec -> spec.withLabel("Основание"));
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withLabel("Причина удаления"));
    }

    /** The button of the dialog; those of the rows say of which day they speak. */
    private static Button remove() {
        return _get(
                Button.class,
                spec -> spec.withText("Удалить")
                        .withPredicate(one -> one.getAriaLabel().isEmpty()));
    }

    private static Button labelled(String label) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        one -> one.getAriaLabel().filter(label::equals).isPresent()));
    }

    private static Anchor current() {
        return _get(
                Anchor.class,
                spec -> spec.withPredicate(one -> one.getHref().startsWith("admin/calendar")
                        && "page".equals(one.getElement().getAttribute("aria-current"))));
    }

    private void open(String query, Runnable look) {
        Browser.open(context, "admin", "admin/calendar" + query, look);
    }
}
