package kz.zhospar.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import kz.zhospar.calendar.internal.CurrentDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts working days: Monday to Friday without the holidays of the table, and the days that it declares worked on.
 *
 * <p>Answers from memory, as the table was at the last commit.
 */
@Component
public class WorkingDays {

    private final Function<LocalDate, Optional<DayKind>> declared;

    @Autowired
    WorkingDays(CurrentDays days) {
        this(days::kind);
    }

    WorkingDays(Function<LocalDate, Optional<DayKind>> declared) {
        this.declared = declared;
    }

    public boolean isWorking(LocalDate day) {
        return declared.apply(day).map(kind -> kind == DayKind.WORKING).orElseGet(() -> !isWeekend(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The day that is so many working days after the given one; for 0 the day itself or the next working one. */
    public LocalDate after(LocalDate day, int workingDays) {
        var reached = day;
        for (int left = workingDays; left > 0 || !isWorking(reached); ) {
            reached = reached.plusDays(1);
            if (left > 0 && isWorking(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many working days lie after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorking)
                .count();
    }
}
