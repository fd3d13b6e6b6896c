package kz.zhospar.workspace.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is approved and as a draft would have it; one of the two is missing where it is added or removed.
 * Without a draft both are the same.
 */
record ActionNode(@Nullable Action approved, @Nullable Action drafted, List<ActionNode> children) {

    static List<ActionNode> of(Goal approved, Goal drafted) {
        return merge(approved.actions(), drafted.actions());
    }

    private static List<ActionNode> merge(List<Action> approved, List<Action> drafted) {
        var pairs = new LinkedHashMap<ItemRef, Action[]>();
        approved.forEach(action -> pairs.put(action.ref(), new Action[] {action, null}));
        drafted.forEach(action -> pairs.computeIfAbsent(action.ref(), _ -> new Action[2])[1] = action);
        var nodes = new ArrayList<ActionNode>();
        for (var pair : pairs.values()) {
            nodes.add(new ActionNode(pair[0], pair[1], merge(children(pair[0]), children(pair[1]))));
        }
        nodes.sort(Comparator.comparingInt(node -> node.shown().ordinal()));
        return nodes;
    }

    private static List<Action> children(@Nullable Action action) {
        return action == null ? List.of() : action.children();
    }

    /** What is written: the draft's wording, or the approved one of what the draft removes. */
    Action shown() {
        return Objects.requireNonNull(drafted == null ? approved : drafted);
    }

    boolean isAdded() {
        return approved == null;
    }

    boolean isRemoved() {
        return drafted == null;
    }

    /** Those that the draft leaves in the plan, children before their parents: the order of removing. */
    Stream<Action> bottomUp() {
        var below = children.stream().flatMap(ActionNode::bottomUp);
        return drafted == null ? below : Stream.concat(below, Stream.of(drafted));
    }
}
