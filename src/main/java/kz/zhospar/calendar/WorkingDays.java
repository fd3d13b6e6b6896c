package kz.zhospar.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Counts working days: Monday to Friday without the holidays of the table, and the days that it declares worked on. */
@Component
public class WorkingDays {

    WorkingDays() {}

    public boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
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
