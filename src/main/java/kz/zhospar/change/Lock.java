package kz.zhospar.change;

import java.time.Instant;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * A place of the plan that a request is about: which request, whose, since when. It does not say with which value:
 * whoever may not read the request still learns that the place is taken.
 *
 * @param field null where the item as a whole is added or removed
 * @param numbered the number that an added item takes; null where it takes none that another could want
 */
public record Lock(
        ItemRef ref,
        @Nullable Field field,
        @Nullable Numbered numbered,
        long request,
        @Nullable String body,
        Instant since) {

    /** A number that only one can have: of an indicator in the plan, of a row in its indicator. Actions give way. */
    record Numbered(ItemType type, @Nullable UUID parent, int number) {

        static @Nullable Numbered of(Change change) {
            if (!(change instanceof Change.Add add) || !(add.item().get(Attribute.NUMBER) instanceof Integer number)) {
                return null;
            }
            return switch (add.ref().type()) {
                case INDICATOR -> new Numbered(ItemType.INDICATOR, null, number);
                case SERIES -> new Numbered(ItemType.SERIES, add.item().get(Attribute.PARENT), number);
                default -> null;
            };
        }
    }

    public static Lock of(Change change, long request, @Nullable String body, Instant since) {
        return new Lock(change.ref(), change.fieldOrNull(), Numbered.of(change), request, body, since);
    }

    /** Whether the change cannot be made while this request is under review. */
    public boolean holds(Change change) {
        return ref.equals(change.ref())
                ? field == null || change.fieldOrNull() == null || field.equals(change.fieldOrNull())
                : numbered != null && numbered.equals(Numbered.of(change));
    }
}
