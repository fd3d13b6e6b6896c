package kz.zhospar.conversation;

import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/** What a comment on a single change is about: a field of an item, or for null the item as a whole. */
public record Place(ItemRef ref, @Nullable Field field) {

    public static Place of(Change change) {
        return new Place(change.ref(), change.fieldOrNull());
    }
}
