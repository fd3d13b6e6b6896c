package kz.zhospar.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change request in a list.
 *
 * @param step who decides next; null when nobody has to
 * @param goals numbers of the goals that it touches, in order
 */
public record RequestSummary(
        long number,
        String title,
        RequestState state,
        @Nullable Step step,
        String author,
        String authorAccount,
        @Nullable String body,
        Instant editedAt,
        @Nullable Instant submittedAt,
        int changes,
        List<String> goals) {}
