package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.zhospar.common.ui.Texts;

/** A day, written and chosen in the reader's language. */
class DayPicker extends DatePicker {

    DayPicker(String label) {
        super(label);
        var locale = Texts.language().locale();
        setLocale(locale);
        var months = Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList();
        setI18n(new DatePickerI18n()
                .setMonthNames(months)
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE))
                .setFirstDayOfWeek(1)
                .setDateFormat("dd.MM.yyyy")
                .setToday(t("reporting.today"))
                .setCancel(t("reporting.cancel"))
                .setBadInputErrorMessage(t("reporting.bad-day")));
    }

    /** The component counts from Sunday. */
    private static List<String> weekdays(TextStyle style) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(7)
                .map(day -> day.getDisplayName(style, Texts.language().locale()))
                .toList();
    }
}
