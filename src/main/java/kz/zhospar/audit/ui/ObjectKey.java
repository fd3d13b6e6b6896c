package kz.zhospar.audit.ui;

import java.util.Optional;
import java.util.UUID;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;

/** An item of the plan as it stands in the address of the log: {@code SERIES:6f1c…}. */
final class ObjectKey {

    private ObjectKey() {}

    static String print(ItemRef ref) {
        return ref.type() + ":" + ref.id();
    }

    /** Empty for what names no item: an address may say anything. */
    static Optional<ItemRef> parse(String key) {
        var parts = key.split(":", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new ItemRef(ItemType.valueOf(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
