package kz.zhospar.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Applies changes to items. A pure function, and the only one: snapshots, previews and stored rows all go through it. */
public final class Changes {

    private Changes() {}

    /**
     * The items after the changes.
     *
     * @throws StalePlanException naming every change whose base is not what the items state
     */
    public static Map<ItemRef, Item> apply(Map<ItemRef, Item> items, Collection<? extends Change> changes) {
        var next = new HashMap<>(items);
        var conflicts = new ArrayList<Conflict>();
        for (var change : changes) {
            conflict(next, change).ifPresentOrElse(conflicts::add, () -> put(next, change));
        }
        if (!conflicts.isEmpty()) {
            throw new StalePlanException(conflicts);
        }
        return next;
    }

    /** Those of the changes that the items no longer allow, each judged by itself. */
    public static List<Conflict> conflicts(Map<ItemRef, Item> items, Collection<? extends Change> changes) {
        return changes.stream()
                .flatMap(change -> conflict(items, change).stream())
                .toList();
    }

    private static Optional<Conflict> conflict(Map<ItemRef, Item> items, Change change) {
        var item = items.get(change.ref());
        var theirs = switch (change) {
            case Change.Edit edit when item != null -> item.value(edit.field()).orElse(null);
            default -> item;
        };
        var base = new Conflict(change, theirs).base();
        var gone = change instanceof Change.Edit && item == null;
        return gone || !Objects.equals(base, theirs) ? Optional.of(new Conflict(change, theirs)) : Optional.empty();
    }

    private static void put(Map<ItemRef, Item> items, Change change) {
        switch (change) {
            case Change.Add add -> items.put(add.ref(), add.item());
            case Change.Edit edit -> items.put(edit.ref(), items.get(edit.ref()).with(edit.field(), edit.value()));
            case Change.Remove remove -> items.remove(remove.ref());
        }
    }
}
