package kz.zhospar.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole plan as of one revision: immutable, shared by all sessions, built alike from the plan's rows, from the
 * audit rows of a past date, or from another snapshot and a draft.
 *
 * @see #tree the same as typed records, for screens and documents
 */
public final class PlanSnapshot {

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
