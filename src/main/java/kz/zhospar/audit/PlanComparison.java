package kz.zhospar.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ChangeWording;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/**
 * Two states of the plan with everything in which they differ: applied to {@code from}, the changes of an unfiltered
 * comparison give {@code to}.
 *
 * @param proposal the request whose effect is shown before it has been applied; null for two states that were approved
 * @param conflicts how many changes of the proposal the plan no longer takes, which are not shown
 * @param changes in the order of the document
 * @param duties keys of the bodies that answer for each item, before or after
 * @param filter what the changes have passed
 */
public record PlanComparison(
        Side from,
        Side to,
        @Nullable Long proposal,
        int conflicts,
        List<ComparedChange> changes,
        Map<ItemRef, Set<String>> duties,
        ComparisonFilter filter) {

    /** One of the two states; {@code current} marks that of the present. */
    public record Side(PlanSnapshot plan, boolean current) {
        public long revision() {
            return plan.revision();
        }
    }

    /** The changes that belong to one goal; without a goal, to a direction; without either, to the whole plan. */
    public record Group(@Nullable Item direction, @Nullable Item goal, List<ComparedChange> changes) {

        /** The changes of one item that were made together stand together. */
        public List<List<ComparedChange>> rows() {
            var rows = new ArrayList<List<ComparedChange>>();
            for (var change : changes) {
                if (rows.isEmpty() || !rows.getLast().getLast().isMadeWith(change)) {
                    rows.add(new ArrayList<>());
                }
                rows.getLast().add(change);
            }
            return rows;
        }
    }

    public PlanComparison {
        changes = List.copyOf(changes);
    }

    /** The same two states with only those changes that a filter lets through. */
    public PlanComparison filtered(ComparisonFilter filter) {
        var left = changes.stream().filter(change -> filter.lets(change, this)).toList();
        return new PlanComparison(from, to, proposal, conflicts, left, duties, filter);
    }

    /** Keys of the bodies that answer for an item, before or after. */
    public Set<String> bodies(ItemRef ref) {
        return duties.getOrDefault(ref, Set.of());
    }

    public ComparisonTotals totals() {
        return ComparisonTotals.of(this);
    }

    /** The names of everybody who submitted or approved one of the changes, as far as the reader may know them. */
    public List<String> people() {
        return changes.stream()
                .map(ComparedChange::origin)
                .filter(Objects::nonNull)
                .map(ComparedChange.Origin::grounds)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(grounds -> grounds.people().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** How the changes read; every item of either state can be named, as it is called later where both have it. */
    public ChangeWording wording(Language language) {
        return new ChangeWording(language, both(), List.of());
    }

    /** What items and values of either state are called. */
    public PlanWords words(Language language) {
        return new PlanWords(language, both());
    }

    /** Every item of either state, as it is later where both have it. */
    public PlanSnapshot both() {
        var items = new HashMap<>(from.plan().items());
        items.putAll(to.plan().items());
        return new PlanSnapshot(to.plan().revision(), to.plan().asOf(), items);
    }

    /** The changes by direction and goal, in the order of the document; what stands above the goals comes first. */
    public List<Group> groups() {
        var groups = new LinkedHashMap<String, Group>();
        var both = both();
        for (var change : changes) {
            var goal = both.above(change.change().ref(), ItemType.GOAL).orElse(null);
            var direction =
                    both.above(change.change().ref(), ItemType.DIRECTION).orElse(null);
            var key = (direction == null ? "" : direction.ref()) + "/" + (goal == null ? "" : goal.ref());
            groups.computeIfAbsent(key, _ -> new Group(direction, goal, new ArrayList<>()))
                    .changes()
                    .add(change);
        }
        return List.copyOf(groups.values());
    }

    /** An item as it is in the later state, or as it was in the earlier one. */
    public Optional<Item> find(ItemRef ref) {
        return to.plan().find(ref).or(() -> from.plan().find(ref));
    }

    /** The same with its changes in the order of the document. */
    PlanComparison ordered() {
        var sorted = changes.stream().sorted(documentOrder()).toList();
        return new PlanComparison(from, to, proposal, conflicts, sorted, duties, filter);
    }

    /** Sorts changes as the document reads: by direction and goal, indicators with their rows, actions, money. */
    private Comparator<ComparedChange> documentOrder() {
        var both = both();
        var places = new HashMap<ItemRef, List<Integer>>();
        return Comparator.comparing(
                        (ComparedChange change) ->
                                places.computeIfAbsent(change.change().ref(), ref -> place(ref, both)),
                        PlanComparison::compare)
                .thenComparing(change -> change.change().ref())
                .thenComparing(
                        change -> change.change().fieldOrNull(), Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static List<Integer> place(ItemRef ref, PlanSnapshot plan) {
        var place = new ArrayList<Integer>();
        plan.upwards(ref).forEach(item -> place.addAll(0, place(item)));
        if (plan.above(ref, ItemType.DIRECTION).isEmpty()) {
            place.addFirst(-1);
        }
        return place;
    }

    private static List<Integer> place(Item item) {
        int number = Objects.requireNonNullElse(
                item.ref().type().has(Attribute.NUMBER) ? item.<Integer>get(Attribute.NUMBER) : null, 0);
        return switch (item.ref().type()) {
            case GOAL ->
                Stream.concat(Stream.of(1), numbers(item.get(Attribute.CODE))).toList();
            case FUNDING -> List.of(Integer.MAX_VALUE, order(item.get(Attribute.FUNDING_SOURCE)));
            case SERIES -> List.of(number);
            default -> List.of(item.ref().type().ordinal(), number);
        };
    }

    private static int order(@Nullable Enum<?> choice) {
        return choice == null ? -1 : choice.ordinal();
    }

    private static Stream<Integer> numbers(@Nullable String code) {
        return Stream.of(Objects.requireNonNullElse(code, "").split("\\D+"))
                .filter(part -> !part.isEmpty() && part.length() < 9)
                .map(Integer::valueOf);
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            var difference = one.get(i).compareTo(other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return one.size() - other.size();
    }

    /** Whether the item is called so, or states so before or after the change. */
    boolean mentions(Change change, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(names(change.ref()), stated(change))
                .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Optional<Item> parent(Item item) {
        return to.plan().parent(item).or(() -> from.plan().parent(item));
    }

    /** What the item is called, and what it is a row of. */
    private Stream<String> names(ItemRef ref) {
        var item = find(ref);
        return Stream.concat(item.stream(), item.flatMap(this::parent).stream())
                .flatMap(one -> Stream.of(one.value(Field.of(Attribute.TITLE)), one.value(Field.of(Attribute.CODE))))
                .flatMap(Optional::stream)
                .flatMap(PlanComparison::words);
    }

    private static Stream<String> stated(Change change) {
        return switch (change) {
            case Change.Edit edit -> Stream.of(edit.base(), edit.value()).flatMap(PlanComparison::words);
            case Change.Add add -> add.item().values().values().stream().flatMap(PlanComparison::words);
            case Change.Remove remove ->
                remove.base().values().values().stream().flatMap(PlanComparison::words);
        };
    }

    private static Stream<String> words(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.of();
            case LocalizedText text -> Stream.of(text.ru(), text.kk(), text.en());
            case Quantity quantity ->
                Stream.of(quantity.print(), quantity.print().replace('.', ','));
            case UUID _ -> Stream.of();
            case Enum<?> _ -> Stream.of();
            default -> Stream.of(value.toString());
        };
    }
}
