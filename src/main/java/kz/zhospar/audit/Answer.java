package kz.zhospar.audit;

import java.util.List;
import java.util.UUID;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.revision.RevisionRecord;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a question found.
 *
 * @param revision who did it, in which position, when, for which request
 * @param value the value that was changed; null where the question is about decisions
 * @param title of the request, as far as it is known
 * @param author who wrote the request
 * @param signs what is conspicuous, at least one
 */
public record Answer(
        Place place,
        RevisionRecord revision,
        @Nullable ValueChange value,
        @Nullable String title,
        @Nullable Author author,
        List<Sign> signs) {

    /** Where it stands among the answers: the newest revision first. */
    public record Place(long revision, UUID row) {}

    /** Old and new of one value. */
    public record ValueChange(
            ItemRef ref,
            Field field,
            @Nullable Quantity before,
            @Nullable Quantity after) {}

    /** Somebody with the position and the body of the moment. */
    public record Author(
            String name, String position, @Nullable String body) {}

    /**
     * A page of answers.
     *
     * @param next behind which the next page begins; null when there is nothing older to look at
     */
    public record Page(List<Answer> rows, @Nullable Place next) {

        /** Whether the search was interrupted before it found a page full. */
        public boolean isCutShort(int size) {
            return next != null && rows.size() < size;
        }
    }
}
