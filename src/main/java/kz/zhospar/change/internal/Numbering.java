package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/**
 * Gives added actions numbers that are free in their goal. An action's number only says where in the list it stands,
 * and nobody chooses it: whoever comes second gives way.
 */
public final class Numbering {

    private static final UUID NOWHERE = new UUID(0, 0);
    private static final int DEEPEST = 10;

    private final Map<UUID, Item> actions = new HashMap<>();
    private final Map<UUID, TreeSet<Integer>> taken;

    private Numbering(Collection<Item> items, Stream<Change> held, ChangeSet set) {
        var others = Stream.concat(items.stream(), added(held))
                .filter(item -> item.ref().type() == ItemType.ACTION)
                .toList();
        Stream.concat(others.stream(), added(set.changes().stream()))
                .forEach(item -> actions.put(item.ref().id(), item));
        taken = others.stream()
                .filter(item -> number(item) != null)
                .collect(Collectors.groupingBy(
                        this::goal, Collectors.mapping(Numbering::number, Collectors.toCollection(TreeSet::new))));
    }

    /**
     * The set with other numbers where those of added actions are taken.
     *
     * @param items the plan
     * @param held what other requests under review are about
     */
    public static ChangeSet free(ChangeSet set, Collection<Item> items, Stream<Change> held) {
        if (set.changes().stream().noneMatch(Numbering::addsAction)) {
            return set;
        }
        var numbering = new Numbering(items, held, set);
        return new ChangeSet(set.changes().stream()
                .map(change -> addsAction(change) ? numbering.numbered((Change.Add) change) : change)
                .toList());
    }

    private static boolean addsAction(Change change) {
        return change instanceof Change.Add && change.ref().type() == ItemType.ACTION;
    }

    private static Stream<Item> added(Stream<Change> changes) {
        return changes.filter(Numbering::addsAction).map(Change.Add.class::cast).map(Change.Add::item);
    }

    private Change numbered(Change.Add add) {
        var numbers = taken.computeIfAbsent(goal(add.item()), _ -> new TreeSet<>());
        var wanted = number(add.item());
        if (wanted != null && numbers.add(wanted)) {
            return add;
        }
        var next = numbers.isEmpty() ? 1 : numbers.last() + 1;
        numbers.add(next);
        return new Change.Add(add.item().with(Field.of(Attribute.NUMBER), next));
    }

    /** The id of what the action belongs to, over all actions that it is a part of. */
    private UUID goal(Item action) {
        var id = action.ref().id();
        for (int depth = 0; depth < DEEPEST; depth++) {
            var above = depth == 0 ? action : actions.get(id);
            if (above == null) {
                return id;
            }
            id = Objects.requireNonNullElse(above.<@Nullable UUID>get(Attribute.PARENT), NOWHERE);
        }
        return id;
    }

    private static @Nullable Integer number(Item action) {
        return action.get(Attribute.NUMBER);
    }
}
