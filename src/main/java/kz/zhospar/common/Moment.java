package kz.zhospar.common;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** The moment that a question about the past names. */
public final class Moment {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile(DATE + "[Tt].+");

    private Moment() {}

    /**
     * Reads an ISO-8601 instant with its offset, or a date, which stands for the end of that day in the city. Revisions
     * are kept to the microsecond, and so is what is compared with them.
     *
     * @return empty for anything else
     */
    public static Optional<Instant> parse(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(endOf(LocalDate.parse(text)));
            }
            return INSTANT.matcher(text).matches()
                    // A plus that was not encoded arrives as a space.
                    ? Optional.of(OffsetDateTime.parse(text.replace(' ', '+'))
                            .toInstant()
                            .truncatedTo(ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant endOf(LocalDate day) {
        return Formats.startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }
}
