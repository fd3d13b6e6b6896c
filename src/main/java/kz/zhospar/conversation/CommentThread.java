package kz.zhospar.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment with its replies.
 *
 * @param id that of the first comment
 * @param place what it is about; null for the whole request
 * @param comments the oldest first; at least one
 * @param resolved who marked it as resolved; null while it is open
 */
public record CommentThread(
        UUID id,
        @Nullable Place place,
        List<CommentRecord> comments,
        @Nullable Signed resolved) {

    public boolean isResolved() {
        return resolved != null;
    }
}
