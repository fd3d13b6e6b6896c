package kz.zhospar.change;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to decide on a request.
 *
 * @param waiting the parts of the step that have not decided yet
 * @param due the last day, in the city's time
 * @param daysLeft working days to the last day; 0 on that day, negative after it
 */
public record Turn(Step step, List<Part> waiting, @Nullable LocalDate due, int daysLeft) {

    public boolean isOverdue() {
        return due != null && daysLeft < 0;
    }
}
