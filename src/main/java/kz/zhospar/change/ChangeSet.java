package kz.zhospar.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanDiff;

/**
 * The changes of one draft, at most one for each place of the plan. A further change to the same place joins the
 * earlier one: what matters is where the plan stood and where it is to stand.
 */
public record ChangeSet(List<Change> changes) {

    public static final ChangeSet EMPTY = new ChangeSet(List.of());

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** The set after one more change, made from the plan with this set in it. */
    public ChangeSet with(Change change) {
        return switch (change) {
            case Change.Add add -> withAdded(add);
            case Change.Edit edit -> withEdited(edit);
            case Change.Remove remove -> withRemoved(remove);
        };
    }

    /** The set without what it says of one place. */
    public ChangeSet without(Change place) {
        return new ChangeSet(
                changes.stream().filter(change -> !change.samePlace(place)).toList());
    }

    private ChangeSet withAdded(Change.Add add) {
        if (adds(add.ref())) {
            return new ChangeSet(changes.stream()
                    .map(change -> change.samePlace(add) ? add : change)
                    .toList());
        }
        var removed = changes.stream()
                .filter(change ->
                        change instanceof Change.Remove && change.ref().equals(add.ref()))
                .map(Change.Remove.class::cast)
                .findFirst();
        if (removed.isEmpty()) {
            return plus(add);
        }
        var before = removed.get().base();
        var back = new ChangeSet(
                changes.stream().filter(change -> change != removed.get()).toList());
        for (var edit : PlanDiff.between(Map.of(before.ref(), before), Map.of(add.ref(), add.item()))) {
            back = back.plus(edit);
        }
        return back;
    }

    private ChangeSet withEdited(Change.Edit edit) {
        var next = new ArrayList<Change>();
        var joined = false;
        for (var change : changes) {
            if (change instanceof Change.Add add && add.ref().equals(edit.ref())) {
                next.add(new Change.Add(add.item().with(edit.field(), edit.value())));
                joined = true;
            } else if (change instanceof Change.Edit earlier && earlier.samePlace(edit)) {
                joined = true;
                if (!Objects.equals(earlier.base(), edit.value())) {
                    next.add(new Change.Edit(edit.ref(), edit.field(), earlier.base(), edit.value()));
                }
            } else {
                next.add(change);
            }
        }
        if (!joined) {
            next.add(edit);
        }
        return new ChangeSet(next);
    }

    private ChangeSet withRemoved(Change.Remove remove) {
        if (removes(remove.ref())) {
            return this;
        }
        var base = remove.base();
        var added = false;
        var next = new ArrayList<Change>();
        for (var change : changes) {
            switch (change) {
                case Change.Add add when add.ref().equals(remove.ref()) -> added = true;
                case Change.Edit edit
                when edit.ref().equals(remove.ref()) -> base = base.with(edit.field(), edit.base());
                default -> next.add(change);
            }
        }
        if (!added) {
            next.add(new Change.Remove(base));
        }
        return new ChangeSet(next);
    }

    private ChangeSet plus(Change change) {
        var next = new ArrayList<>(changes);
        next.add(change);
        return new ChangeSet(next);
    }

    /** Whether the item ends with this set. */
    public boolean removes(ItemRef ref) {
        return changes.stream()
                .anyMatch(change ->
                        change instanceof Change.Remove && change.ref().equals(ref));
    }

    /** Whether the item exists only in this set. */
    public boolean adds(ItemRef ref) {
        return changes.stream()
                .anyMatch(change -> change instanceof Change.Add && change.ref().equals(ref));
    }
}
