package kz.zhospar.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole plan as of one revision: immutable, shared by all sessions, built alike from the plan's rows, from the
 * audit rows of a past date, or from another snapshot and a draft.
 *
 * @see #tree the same as typed records, for screens and documents
 */
public final class PlanSnapshot {

    /** Deeper than any plan; ends the way up should an item stand under itself. */
    private static final int DEEPEST = 12;

    private final long revision;
    private final Instant asOf;
    private final Map<ItemRef, Item> items;
    private volatile @Nullable PlanTree tree;

    /**
     * @param revision the last revision that changed the plan
     * @param asOf the instant of that revision
     */
    public PlanSnapshot(long revision, Instant asOf, Map<ItemRef, Item> items) {
        this.revision = revision;
        this.asOf = asOf;
        this.items = Map.copyOf(items);
    }

    public long revision() {
        return revision;
    }

    public Instant asOf() {
        return asOf;
    }

    public Map<ItemRef, Item> items() {
        return items;
    }

    public Optional<Item> find(ItemRef ref) {
        return Optional.ofNullable(items.get(ref));
    }

    /** What an item belongs to; empty for one that belongs to nothing or whose place is not in this plan. */
    public Optional<Item> parent(Item item) {
        UUID parent = item.ref().type().has(Attribute.PARENT) ? item.get(Attribute.PARENT) : null;
        return parent == null
                ? Optional.empty()
                : Stream.of(ItemType.INDICATOR, ItemType.GOAL, ItemType.ACTION, ItemType.DIRECTION, ItemType.PLAN)
                        .flatMap(type -> find(new ItemRef(type, parent)).stream())
                        .findFirst();
    }

    /** An item with everything above it, the item itself first; empty when it is not in this plan. */
    public Stream<Item> upwards(ItemRef ref) {
        return Stream.iterate(find(ref), Optional::isPresent, item -> item.flatMap(this::parent))
                .limit(DEEPEST)
                .flatMap(Optional::stream);
    }

    /** The item itself, or what it stands under, whichever is of a type. */
    public Optional<Item> above(ItemRef ref, ItemType type) {
        return upwards(ref).filter(item -> item.ref().type() == type).findFirst();
    }

    public PlanTree tree() {
        var built = tree;
        if (built == null) {
            built = PlanTree.of(items);
            tree = built;
        }
        return built;
    }

    /**
     * The plan with the changes in it, still as of the same revision.
     *
     * @throws StalePlanException when a change was made from another value than this snapshot states
     */
    public PlanSnapshot apply(Collection<? extends Change> changes) {
        return new PlanSnapshot(revision, asOf, Changes.apply(items, changes));
    }
}
