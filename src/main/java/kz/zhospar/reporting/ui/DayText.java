package kz.zhospar.reporting.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a day as it is typed or comes from a spreadsheet: {@code 15.01.2026}, {@code 5.1.2026}, {@code 2026-01-15}. */
final class DayText {

    private static final List<DateTimeFormatter> FORMS = Stream.of("d.M.uuuu", "uuuu-M-d", "d/M/uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private DayText() {}

    static Optional<LocalDate> read(String text) {
        return FORMS.stream().flatMap(form -> read(text, form).stream()).findFirst();
    }

    private static Optional<LocalDate> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
