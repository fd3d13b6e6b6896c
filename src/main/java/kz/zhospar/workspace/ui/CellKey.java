package kz.zhospar.workspace.ui;

import java.util.Optional;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;

/** A yearly value's place in the plan, as one word that a browser can send back. */
record CellKey(ItemRef ref, Field field) {

    @Override
    public String toString() {
        return "%s/%s/%s/%d".formatted(ref.type(), ref.id(), field.attribute(), field.year());
    }

    /** Empty for what is no such place: sums have keys too, and a browser may send anything. */
    static Optional<CellKey> parse(String key) {
        var parts = key.split("/");
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            var ref = new ItemRef(ItemType.valueOf(parts[0]), UUID.fromString(parts[1]));
            var field = Field.of(Attribute.valueOf(parts[2]), Integer.parseInt(parts[3]));
            return ref.type().has(field.attribute()) ? Optional.of(new CellKey(ref, field)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
