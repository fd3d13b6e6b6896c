package kz.zhospar.plan;

import static java.util.Comparator.comparing;
import static kz.zhospar.plan.Attribute.*;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads a {@link PlanTree} out of items. */
final class PlanTreeBuilder {

    private final Map<UUID, List<Item>> byParent;
    private final Map<ItemType, List<Item>> byType;
    private final Map<UUID, Body> bodies;
    private final Map<UUID, Curator> curators;
    private final Map<UUID, Term> terms;

    PlanTreeBuilder(Map<ItemRef, Item> items) {
        byParent = items.values().stream()
                .filter(item -> item.get(PARENT) != null)
                .collect(Collectors.groupingBy(item -> item.<UUID>get(PARENT)));
        byType = items.values().stream()
                .collect(Collectors.groupingBy(item -> item.ref().type()));
        bodies = each(ItemType.BODY, PlanTreeBuilder::body);
        curators = each(ItemType.CURATOR_POST, PlanTreeBuilder::curator);
        terms = each(ItemType.TERM, PlanTreeBuilder::term);
    }

    PlanTree build() {
        var plan = byType.getOrDefault(ItemType.PLAN, List.of()).stream()
                .findFirst()
                .orElseGet(() ->
                        Item.of(new ItemRef(ItemType.PLAN, new UUID(0, 0))).build());
        return new PlanTree(
                plan.ref(),
                string(plan, CODE),
                text(plan, TITLE),
                number(plan, FIRST_YEAR),
                number(plan, LAST_YEAR),
                children(plan, ItemType.DIRECTION)
                        .map(this::direction)
                        .sorted(comparing(Direction::number))
                        .toList(),
                funding(plan),
                sorted(bodies.values(), comparing(Body::key)),
                sorted(curators.values(), comparing(Curator::number)),
                sorted(terms.values(), comparing(Term::number)));
    }

    private Direction direction(Item item) {
        var goals =
                children(item, ItemType.GOAL).map(this::goal).sorted(comparing(Goal::number, PlanTreeBuilder::byParts));
        return new Direction(item.ref(), number(item, NUMBER), text(item, TITLE), goals.toList());
    }

    private Goal goal(Item item) {
        var indicators = children(item, ItemType.INDICATOR).map(this::indicator).sorted(comparing(Indicator::number));
        return new Goal(
                item.ref(), string(item, CODE), text(item, TITLE), indicators.toList(), actions(item), funding(item));
    }

    private Indicator indicator(Item item) {
        var series = children(item, ItemType.SERIES).map(this::series).sorted(comparing(Series::row));
        return new Indicator(
                item.ref(), number(item, NUMBER), text(item, TITLE), item.get(INDICATOR_KIND), series.toList());
    }

    private Series series(Item item) {
        Executors executors = item.get(EXECUTORS);
        return new Series(
                item.ref(),
                number(item, NUMBER),
                text(item, TITLE),
                text(item, UNIT),
                orElse(item.get(BETTER), Better.NEUTRAL),
                number(item, DECIMALS),
                named(terms, item.get(ORIGIN)),
                named(terms, item.get(SOURCE)),
                named(curators, item.get(CURATOR)),
                executors == null ? List.of() : executors(executors),
                cells(item));
    }

    private List<Series.Executor> executors(Executors executors) {
        return executors.list().stream()
                .filter(executor -> bodies.containsKey(executor.body()))
                .map(executor -> new Series.Executor(bodies.get(executor.body()), executor.byAgreement()))
                .toList();
    }

    private static SortedMap<Integer, Series.Cell> cells(Item item) {
        SortedMap<Integer, Quantity> targets = yearly(item, TARGET);
        SortedMap<Integer, Quantity> actuals = yearly(item, ACTUAL);
        SortedMap<Integer, Provenance> provenances = yearly(item, PROVENANCE);
        var cells = new TreeMap<Integer, Series.Cell>();
        Stream.of(targets, actuals, provenances)
                .flatMap(values -> values.keySet().stream())
                .forEach(year ->
                        cells.put(year, new Series.Cell(targets.get(year), actuals.get(year), provenances.get(year))));
        return cells;
    }

    private List<Action> actions(Item parent) {
        return children(parent, ItemType.ACTION)
                .map(this::action)
                .sorted(comparing(Action::ordinal))
                .toList();
    }

    private Action action(Item item) {
        Phases phases = item.get(PHASES);
        Measures measures = item.get(MEASURES);
        return new Action(
                item.ref(),
                number(item, NUMBER),
                item.get(HEADING) != null,
                text(item, TITLE),
                string(item, OFFICIAL_TEXT),
                item.get(FROM),
                item.get(TO),
                item.get(DUE),
                item.get(RECURRENCE),
                phases == null ? List.of() : phases.list(),
                measures == null ? List.of() : measures.list(),
                actions(item));
    }

    private List<Funding> funding(Item parent) {
        return children(parent, ItemType.FUNDING)
                .map(item -> new Funding(
                        item.ref(), orElse(item.get(FUNDING_SOURCE), FundingSource.OTHER), yearly(item, AMOUNT)))
                .sorted(comparing(Funding::source))
                .toList();
    }

    private static Body body(Item item) {
        return new Body(
                item.ref(),
                string(item, CODE),
                text(item, ABBREVIATION),
                text(item, TITLE),
                string(item, BODY_KIND),
                item.get(CERTAIN) != null);
    }

    private static Curator curator(Item item) {
        return new Curator(item.ref(), number(item, NUMBER), string(item, CODE), text(item, TITLE));
    }

    private static Term term(Item item) {
        return new Term(
                item.ref(),
                number(item, NUMBER),
                orElse(item.get(TERM_KIND), TermKind.SOURCE),
                string(item, CODE),
                text(item, TITLE));
    }

    private Stream<Item> children(Item parent, ItemType type) {
        return byParent.getOrDefault(parent.ref().id(), List.of()).stream()
                .filter(item -> item.ref().type() == type);
    }

    private <T> Map<UUID, T> each(ItemType type, Function<Item, T> reader) {
        return byType.getOrDefault(type, List.of()).stream()
                .collect(Collectors.toMap(item -> item.ref().id(), reader));
    }

    @SuppressWarnings("unchecked")
    private static <T> SortedMap<Integer, T> yearly(Item item, Attribute attribute) {
        var values = new TreeMap<Integer, T>();
        item.values().forEach((field, value) -> {
            if (field.attribute() == attribute) {
                values.put(field.year(), (T) value);
            }
        });
        return values;
    }

    /** Goal numbers by their parts, so that 1.10 comes after 1.9. */
    private static int byParts(String one, String other) {
        var left = one.split("\\.");
        var right = other.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            var order = left[i].length() != right[i].length()
                    ? Integer.compare(left[i].length(), right[i].length())
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static <T> List<T> sorted(Collection<T> things, Comparator<T> order) {
        return things.stream().sorted(order).toList();
    }

    private static <T> @Nullable T named(Map<UUID, T> things, @Nullable UUID id) {
        return id == null ? null : things.get(id);
    }

    private static LocalizedText text(Item item, Attribute attribute) {
        return orElse(item.get(attribute), LocalizedText.EMPTY);
    }

    private static String string(Item item, Attribute attribute) {
        return orElse(item.get(attribute), "");
    }

    private static int number(Item item, Attribute attribute) {
        return orElse(item.get(attribute), 0);
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
