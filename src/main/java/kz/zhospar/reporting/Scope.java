package kz.zhospar.reporting;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanTree;

/** Which rows of the plan a period asks for: those of chosen goals and indicators, or all when none is chosen. */
public record Scope(Set<UUID> goals, Set<UUID> indicators) {

    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        goals = Set.copyOf(goals);
        indicators = Set.copyOf(indicators);
    }

    public boolean isAll() {
        return goals.isEmpty() && indicators.isEmpty();
    }

    /** The rows that are asked for, in the order of the plan. */
    public Stream<Duty> duties(PlanTree plan) {
        return plan.goals()
                .flatMap(goal -> goal.indicators().stream()
                        .filter(indicator -> includes(goal, indicator))
                        .flatMap(indicator ->
                                indicator.series().stream().map(series -> new Duty(goal, indicator, series))));
    }

    /** Whether a row is asked for; one that the plan does not have yet only where everything is. */
    public boolean covers(ItemRef series, PlanTree plan) {
        return isAll() || duties(plan).anyMatch(duty -> duty.series().ref().equals(series));
    }

    private boolean includes(Goal goal, Indicator indicator) {
        return isAll()
                || goals.contains(goal.ref().id())
                || indicators.contains(indicator.ref().id());
    }
}
