package kz.zhospar.conversation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said on one request.
 *
 * @param threads the oldest first
 * @param mayWrite whether the reader may write, resolve and reopen
 */
public record Discussion(long request, List<CommentThread> threads, boolean mayWrite) {

    /** The threads on one place; for null those on the whole request. */
    public List<CommentThread> on(@Nullable Place place) {
        return threads.stream()
                .filter(thread -> Objects.equals(thread.place(), place))
                .toList();
    }
}
