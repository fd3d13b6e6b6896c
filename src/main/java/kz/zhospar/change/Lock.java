package kz.zhospar.change;

import java.time.Instant;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/**
 * A place of the plan that a request is about: which request, whose, since when. It does not say with which value:
 * whoever may not read the request still learns that the place is taken.
 *
 * @param field null where the item as a whole is added or removed
 */
public record Lock(
        ItemRef ref,
        @Nullable Field field,
        long request,
        @Nullable String body,
        Instant since) {

    /** Whether the change cannot be made while this request is under review. */
    public boolean holds(Change change) {
        return ref.equals(change.ref())
                && (field == null || change.fieldOrNull() == null || field.equals(change.fieldOrNull()));
    }
}
