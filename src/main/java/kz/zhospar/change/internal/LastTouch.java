package kz.zhospar.change.internal;

import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * A place of the plan with the last revision that changed it.
 *
 * @param attribute null where the item came or went as a whole
 */
public record LastTouch(
        ItemType itemType,
        UUID itemId,
        @Nullable Attribute attribute,
        @Nullable Integer year,
        long revision) {

    public ItemRef ref() {
        return new ItemRef(itemType, itemId);
    }

    @Nullable
    public Field field() {
        return attribute == null ? null : new Field(attribute, year);
    }
}
