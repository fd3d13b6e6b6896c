package kz.zhospar.audit.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.Series;

/** Which bodies answer for which items: for a row its executors, for what stands beside the rows those of the goal. */
public final class Duties {

    private final Map<ItemRef, Set<String>> bodies = new HashMap<>();

    private Duties() {}

    /** Keys of bodies by item, in any of the plans. */
    public static Map<ItemRef, Set<String>> in(PlanTree... plans) {
        var duties = new Duties();
        for (var plan : plans) {
            plan.bodies().forEach(body -> duties.add(body.ref(), Set.of(body.key())));
            plan.goals().forEach(duties::add);
        }
        return duties.bodies;
    }

    private void add(Goal goal) {
        var all = keys(goal.series());
        goal.items().forEach(ref -> {
            switch (ref.type()) {
                case INDICATOR, SERIES -> {}
                default -> add(ref, all);
            }
        });
        for (var indicator : goal.indicators()) {
            add(indicator.ref(), keys(indicator.series().stream()));
            indicator.series().forEach(row -> add(row.ref(), keys(Stream.of(row))));
        }
    }

    private void add(ItemRef ref, Set<String> keys) {
        bodies.computeIfAbsent(ref, _ -> new HashSet<>()).addAll(keys);
    }

    private static Set<String> keys(Stream<Series> rows) {
        return rows.flatMap(row -> row.executors().stream())
                .map(Series.Executor::body)
                .map(Body::key)
                .collect(Collectors.toSet());
    }
}
