package kz.zhospar.audit.ui;

import java.util.Optional;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;

/** Items and fields of the plan as they stand in addresses: {@code SERIES:6f1c…} and {@code TARGET:2024}. */
public final class ObjectKey {

    private ObjectKey() {}

    public static String print(ItemRef ref) {
        return ref.type() + ":" + ref.id();
    }

    public static String print(Field field) {
        return field.year() == null ? field.attribute().name() : field.attribute() + ":" + field.year();
    }

    /** Empty for what names no item: an address may say anything. */
    public static Optional<ItemRef> parse(String key) {
        var parts = key.split(":", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new ItemRef(ItemType.valueOf(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Empty for what names no field. */
    public static Optional<Field> parseField(String key) {
        var parts = key.split(":", -1);
        try {
            var attribute = Attribute.valueOf(parts[0]);
            return Optional.of(
                    parts.length == 2 ? Field.of(attribute, Integer.parseInt(parts[1])) : Field.of(attribute));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
