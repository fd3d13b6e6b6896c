package kz.zhospar.change.ui;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Curator;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Funding;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/**
 * What a change means beyond its own place, read off the plan before and after all changes of its request.
 *
 * @param path how the row's years lead to the final value; with a value of a year only
 * @param balance money of the goal, or of the passport; with an amount only
 */
record Effect(@Nullable Path path, @Nullable Balance balance, Touched touched) {

    /** One year of a row. */
    record Year(
            int year,
            @Nullable Quantity targetBefore,
            @Nullable Quantity target,
            @Nullable Quantity actualBefore,
            @Nullable Quantity actual) {

        boolean movesTarget() {
            return !Objects.equals(targetBefore, target);
        }

        boolean movesActual() {
            return !Objects.equals(actualBefore, actual);
        }
    }

    /** Another row of the same indicator in the year of the change. */
    record Row(
            ItemRef ref,
            @Nullable Quantity target,
            @Nullable Quantity actual) {}

    record Path(int year, List<Year> years, List<Row> others) {
        boolean hasActuals() {
            return years.stream().anyMatch(year -> year.actual() != null || year.actualBefore() != null);
        }
    }

    /**
     * Money of all sources in one year, in million tenge.
     *
     * @param stated the total that the document will state beside it; null where it states none
     */
    record Sum(
            int year,
            BigDecimal before,
            BigDecimal after,
            @Nullable BigDecimal stated) {

        BigDecimal difference() {
            return after.subtract(before);
        }

        private Sum plus(Sum other) {
            var totals = Stream.of(this, other)
                    .map(Sum::stated)
                    .filter(Objects::nonNull)
                    .toList();
            return new Sum(
                    0,
                    before.add(other.before),
                    after.add(other.after),
                    totals.isEmpty() ? null : totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    record Balance(List<Sum> years) {
        Sum total() {
            return years.stream().reduce(new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO, null), Sum::plus);
        }

        boolean hasStatedTotals() {
            return total().stated() != null;
        }
    }

    /** Who answers for what is touched, before the changes or after them. */
    record Touched(List<Series.Executor> executors, List<Curator> curators) {}

    static Effect of(Change change, PlanTree before, PlanTree after) {
        return new Effect(path(change, before, after), balance(change, before, after), touched(change, before, after));
    }

    private static @Nullable Path path(Change change, PlanTree before, PlanTree after) {
        var field = change.fieldOrNull();
        if (change.ref().type() != ItemType.SERIES || field == null || field.year() == null) {
            return null;
        }
        return series(after, change.ref())
                .map(row -> new Path(
                        field.year(), years(series(before, change.ref()), row, after), others(row, field, after)))
                .orElse(null);
    }

    private static List<Year> years(Optional<Series> before, Series after, PlanTree plan) {
        var years = new TreeSet<>(after.cells().keySet());
        before.ifPresent(row -> years.addAll(row.cells().keySet()));
        plan.years().forEach(years::add);
        return years.stream()
                .map(year -> {
                    var then = before.map(row -> row.cell(year));
                    return new Year(
                            year,
                            then.map(Series.Cell::target).orElse(null),
                            after.cell(year).target(),
                            then.map(Series.Cell::actual).orElse(null),
                            after.cell(year).actual());
                })
                .toList();
    }

    private static List<Row> others(Series row, Field field, PlanTree plan) {
        var year = Objects.requireNonNull(field.year());
        return plan.indicators()
                .filter(indicator -> indicator.series().contains(row))
                .flatMap(indicator -> indicator.series().stream())
                .filter(other -> !other.ref().equals(row.ref()))
                .map(other -> new Row(
                        other.ref(), other.cell(year).target(), other.cell(year).actual()))
                .toList();
    }

    private static @Nullable Balance balance(Change change, PlanTree before, PlanTree after) {
        if (change.ref().type() != ItemType.FUNDING) {
            return null;
        }
        var then = funding(change.ref(), before, after, before);
        var now = funding(change.ref(), before, after, after);
        var years = Stream.concat(then.stream(), now.stream())
                .flatMap(funding -> funding.amounts().keySet().stream())
                .distinct()
                .sorted()
                .map(year -> new Sum(year, sum(then, year), sum(now, year), stated(now, year)))
                .toList();
        return new Balance(years);
    }

    /** All money beside the changed sum: of the same goal, or of the passport. */
    private static List<Funding> funding(ItemRef ref, PlanTree before, PlanTree after, PlanTree wanted) {
        var goal = Stream.of(before, after)
                .flatMap(plan -> plan.goalOf(ref).stream())
                .map(Goal::number)
                .findFirst();
        return goal.isEmpty()
                ? wanted.passport()
                : wanted.goal(goal.get()).map(Goal::funding).orElse(List.of());
    }

    /** The sources together; a total that the document states is not one of them. */
    private static BigDecimal sum(List<Funding> funding, int year) {
        return Funding.sum(amounts(funding, year, source -> source != FundingSource.TOTAL));
    }

    private static @Nullable BigDecimal stated(List<Funding> funding, int year) {
        var totals =
                amounts(funding, year, source -> source == FundingSource.TOTAL).toList();
        return totals.isEmpty() ? null : Funding.sum(totals.stream());
    }

    private static Stream<Quantity> amounts(List<Funding> funding, int year, Predicate<FundingSource> wanted) {
        return funding.stream()
                .filter(one -> wanted.test(one.source()))
                .map(one -> one.amounts().get(year))
                .filter(Objects::nonNull);
    }

    private static Touched touched(Change change, PlanTree before, PlanTree after) {
        var rows = Stream.of(before, after)
                .flatMap(plan -> rows(change.ref(), plan).stream())
                .toList();
        return new Touched(
                distinct(
                        rows.stream().flatMap(row -> row.executors().stream()),
                        executor -> executor.body().ref()),
                distinct(rows.stream().map(Series::curator).filter(Objects::nonNull), Curator::ref));
    }

    /** The rows that an item is about: itself, its own, or all of the goal where it stands beside the rows. */
    private static Collection<Series> rows(ItemRef ref, PlanTree plan) {
        return switch (ref.type()) {
            case SERIES -> series(plan, ref).stream().toList();
            case INDICATOR ->
                plan.indicators()
                        .filter(indicator -> indicator.ref().equals(ref))
                        .map(Indicator::series)
                        .findFirst()
                        .orElse(List.of());
            default -> plan.goalOf(ref).stream().flatMap(Goal::series).toList();
        };
    }

    private static Optional<Series> series(PlanTree plan, ItemRef ref) {
        return plan.goals()
                .flatMap(Goal::series)
                .filter(row -> row.ref().equals(ref))
                .findFirst();
    }

    private static <T, K> List<T> distinct(Stream<T> all, Function<T, K> key) {
        var found = new LinkedHashMap<K, T>();
        all.forEach(one -> found.putIfAbsent(key.apply(one), one));
        return List.copyOf(found.values());
    }

    /** Whether there is anything to tell. */
    boolean isEmpty() {
        return path == null
                && balance == null
                && touched.executors().isEmpty()
                && touched.curators().isEmpty();
    }
}
