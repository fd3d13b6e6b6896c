package kz.zhospar.change.internal;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.Part;
import kz.zhospar.change.Step;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Curator;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a change beside its author's body: the bodies that lead its row before and after it, and the curators
 * of its row, or of the whole goal where it has no row.
 *
 * @param heads keys of bodies
 * @param curators keys of curators; {@link #NOBODY} where the goal has none
 */
record Offices(Set<String> heads, Set<String> curators) {

    /** Stands for a curator who is not named: nobody can decide in his place. */
    static final String NOBODY = "-";

    static Offices of(Change change, @Nullable Goal goal, PlanTree plan) {
        var row = goal == null
                ? null
                : goal.series()
                        .filter(series -> series.ref().equals(change.ref()))
                        .findFirst()
                        .orElse(null);
        var heads = new TreeSet<String>();
        Stream.concat(leader(row), newLeader(change, plan)).forEach(heads::add);
        var curators = new TreeSet<String>();
        Stream.concat(curators(row, goal), newCurator(change, plan)).forEach(curators::add);
        return new Offices(heads, curators.isEmpty() ? Set.of(NOBODY) : curators);
    }

    private static Stream<String> leader(@Nullable Series row) {
        return row == null
                ? Stream.empty()
                : row.executors().stream()
                        .limit(1)
                        .map(executor -> executor.body().key());
    }

    private static Stream<String> newLeader(Change change, PlanTree plan) {
        return stated(change, Attribute.EXECUTORS)
                .map(Executors.class::cast)
                .flatMap(executors -> executors.list().stream().limit(1))
                .flatMap(executor ->
                        plan.bodies().stream().filter(body -> body.ref().id().equals(executor.body())))
                .map(body -> body.key());
    }

    private static Stream<String> curators(@Nullable Series row, @Nullable Goal goal) {
        if (row != null && row.curator() != null) {
            return Stream.of(row.curator().key());
        }
        return goal == null
                ? Stream.empty()
                : goal.series().map(Series::curator).filter(Objects::nonNull).map(Curator::key);
    }

    private static Stream<String> newCurator(Change change, PlanTree plan) {
        return stated(change, Attribute.CURATOR)
                .map(UUID.class::cast)
                .flatMap(id -> plan.curators().stream()
                        .filter(curator -> curator.ref().id().equals(id)))
                .map(Curator::key);
    }

    private static Stream<Object> stated(Change change, Attribute attribute) {
        return switch (change) {
            case Change.Edit edit when edit.field().attribute() == attribute -> Stream.ofNullable(edit.value());
            case Change.Add add -> Stream.ofNullable(value(add.item(), attribute));
            default -> Stream.empty();
        };
    }

    private static @Nullable Object value(Item item, Attribute attribute) {
        return item.get(attribute);
    }

    /** The parts that these offices have in the steps of heads and of curators. */
    Stream<Part> parts() {
        return Stream.concat(
                heads.stream().map(body -> new Part(Step.HEAD, body)),
                curators.stream().map(curator -> new Part(Step.CURATOR, curator)));
    }

    /** Keys of the offices together, for a set of changes. */
    static Set<String> all(Stream<Set<String>> keys) {
        return keys.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
