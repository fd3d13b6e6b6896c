package kz.zhospar.plan;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import kz.zhospar.common.Quantity;
import org.jspecify.annotations.Nullable;

/** One change to a plan, with what it was made from: a baseline that has moved since is then seen by comparison. */
public sealed interface Change {

    ItemRef ref();

    /** A new item with all that it states. */
    record Add(Item item) implements Change {
        @Override
        public ItemRef ref() {
            return item.ref();
        }
    }

    /** Another value in one field; null stands for a field that states nothing. */
    record Edit(
            ItemRef ref,
            Field field,
            @Nullable Object base,
            @Nullable Object value) implements Change {
        public Edit {
            if (Objects.equals(base, value)) {
                throw new IllegalArgumentException("An edit that changes nothing: " + ref + " " + field);
            }
        }

        /** By how much the number grew, in the unit of the field; empty where the two cannot be subtracted. */
        public Optional<BigDecimal> difference() {
            return base instanceof Quantity before && value instanceof Quantity after
                    ? after.minus(before)
                    : Optional.empty();
        }
    }

    /** The end of an item; {@code base} is the whole item as it was when the removal was proposed. */
    record Remove(Item base) implements Change {
        @Override
        public ItemRef ref() {
            return base.ref();
        }
    }

    /** The field that is changed, or null when the item as a whole is. */
    default @Nullable Field fieldOrNull() {
        return this instanceof Edit edit ? edit.field() : null;
    }

    /** The same place of the plan: two such changes cannot both stand in one set. */
    default boolean samePlace(Change other) {
        return ref().equals(other.ref()) && Objects.equals(fieldOrNull(), other.fieldOrNull());
    }
}
