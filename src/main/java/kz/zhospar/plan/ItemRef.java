package kz.zhospar.plan;

import java.util.Comparator;
import java.util.UUID;

/** Names one item of the plan for good: through every revision, in change requests and in the audit. */
public record ItemRef(ItemType type, UUID id) implements Comparable<ItemRef> {

    private static final Comparator<ItemRef> ORDER =
            Comparator.comparing(ItemRef::type).thenComparing(ItemRef::id);

    @Override
    public int compareTo(ItemRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
