package kz.zhospar.calendar;

import java.time.LocalDate;
import java.util.UUID;
import kz.zhospar.common.LocalizedText;

/**
 * A day that is not what its weekday says, or a holiday on a weekend.
 *
 * @param source the law or decision that says so, in its own words
 */
public record DeclaredDay(UUID id, LocalDate day, DayKind kind, LocalizedText name, String source) {

    /** The same as it is stated by a person who leaves it as it is. */
    public DayStatement statement() {
        return new DayStatement(day, kind, name, source);
    }
}
