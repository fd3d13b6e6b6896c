package kz.zhospar.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.zhospar.plan.internal.Tables;

/** Puts items together from stored rows, whether they come from the plan's tables or from the audit's. */
public final class StoredPlan {

    /** A kind of row and the property that names the item it belongs to. */
    public record Kind(Class<? extends StoredRow> rows, String owner) {}

    private StoredPlan() {}

    /** Every kind of row that a plan is stored in. */
    public static List<Kind> kinds() {
        return Tables.ALL.stream()
                .map(table -> new Kind(table.kind(), table.ownerProperty()))
                .toList();
    }

    /** The kinds of row that make up an item of one type. */
    public static List<Kind> kinds(ItemType type) {
        return Tables.of(type)
                .map(table -> new Kind(table.kind(), table.ownerProperty()))
                .toList();
    }

    public static Map<ItemRef, Item> assemble(Stream<? extends StoredRow> rows) {
        var builders = new LinkedHashMap<ItemRef, Item.Builder>();
        rows.forEach(row -> row.read(builders.computeIfAbsent(row.owner(), Item::of)));
        var items = new HashMap<ItemRef, Item>();
        builders.forEach((ref, builder) -> items.put(ref, builder.build()));
        return items;
    }
}
