package kz.zhospar.calendar.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import kz.zhospar.calendar.DayKind;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;

/** Days of the calendar in the reader's language. */
final class DayWords {

    private DayWords() {}

    /** {@code 9 марта}. */
    static String day(LocalDate day) {
        return format("d MMMM", day);
    }

    static String weekday(LocalDate day) {
        return format("EEEE", day);
    }

    /** {@code 9 марта 2026, понедельник}. */
    static String full(LocalDate day) {
        return format("d MMMM uuuu, EEEE", day);
    }

    static String month(Month month) {
        var name =
                month.getDisplayName(TextStyle.FULL_STANDALONE, Texts.language().locale());
        return name.substring(0, 1).toUpperCase(Texts.language().locale()) + name.substring(1);
    }

    static Span tag(DayKind kind) {
        return Ui.span(kind == DayKind.HOLIDAY ? "z-tag accent" : "z-tag wait", t("calendar.kind." + kind));
    }

    private static String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, Texts.language().locale()).format(day);
    }
}
