package kz.zhospar.common.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A day, written and chosen in the reader's language. */
public class DayField extends DatePicker {

    public DayField(String label) {
        super(label);
        var locale = Texts.language().locale();
        setLocale(locale);
        setClearButtonVisible(true);
        setI18n(new DatePickerI18n()
                .setMonthNames(names(Month.values(), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setDateFormat("dd.MM.yyyy")
                .setToday(t("common.day.today"))
                .setCancel(t("common.day.cancel"))
                .setBadInputErrorMessage(t("common.day.not-a-day")));
    }

    /** The component counts from Sunday. */
    private static List<String> days(TextStyle style, Locale locale) {
        return Stream.of(0, 1, 2, 3, 4, 5, 6)
                .map(index -> DayOfWeek.SUNDAY.plus(index).getDisplayName(style, locale))
                .toList();
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Stream.of(values).map(name).toList();
    }
}
