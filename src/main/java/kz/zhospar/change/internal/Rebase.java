package kz.zhospar.change.internal;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a change whose base has moved anew from what the plan states now. */
@Component
public class Rebase {

    private final ProposedPlaces places;

    Rebase(ProposedPlaces places) {
        this.places = places;
    }

    /** The set, which has been freed of the stale change, with what is kept of it. */
    public ChangeSet keepMine(ChangeSet set, Conflict conflict, PlanSnapshot plan) {
        return switch (conflict.change()) {
            case Change.Edit edit when plan.find(edit.ref()).isEmpty() -> restored(set, edit, plan);
            case Change.Edit edit
            when plan.find(edit.ref()).isPresent() && !Objects.equals(conflict.theirs(), edit.value()) ->
                set.with(new Change.Edit(edit.ref(), edit.field(), conflict.theirs(), edit.value()));
            case Change.Remove remove ->
                plan.find(remove.ref())
                        .map(item -> set.with(new Change.Remove(item)))
                        .orElse(set);
            case Change.Add add when conflict.theirs() instanceof Item theirs -> differing(set, theirs, add.item());
            default -> set;
        };
    }

    /** What was to be added is there meanwhile: what is kept of it are the values in which it differs. */
    private static ChangeSet differing(ChangeSet set, Item theirs, Item mine) {
        var next = set;
        for (var edit : PlanDiff.between(Map.of(theirs.ref(), theirs), Map.of(mine.ref(), mine))) {
            next = next.with(edit);
        }
        return next;
    }

    /**
     * The item that has been removed meanwhile comes back as it was last, with the value that is kept, and with those
     * of its parents that were removed too.
     */
    private ChangeSet restored(ChangeSet set, Change.Edit edit, PlanSnapshot plan) {
        if (set.adds(edit.ref())) {
            return set.with(edit);
        }
        return places.lastRemoved(edit.ref().id())
                .map(item -> item.with(edit.field(), edit.value()))
                .map(item -> withParents(set, item, plan).with(new Change.Add(item)))
                .orElse(set);
    }

    private ChangeSet withParents(ChangeSet set, Item item, PlanSnapshot plan) {
        var parent = item.<@Nullable UUID>get(Attribute.PARENT);
        var there = Stream.concat(
                plan.items().keySet().stream(), set.changes().stream().map(Change::ref));
        if (parent == null || there.anyMatch(ref -> ref.id().equals(parent))) {
            return set;
        }
        return places.lastRemoved(parent)
                .map(found -> withParents(set, found, plan).with(new Change.Add(found)))
                .orElse(set);
    }
}
