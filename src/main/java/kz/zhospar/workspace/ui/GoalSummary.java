package kz.zhospar.workspace.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.Curator;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Series;

/** Who answers for a goal and how much it consists of. Bodies that lead a row come before those that help. */
record GoalSummary(List<Body> leading, List<Body> helping, List<Curator> curators, int indicators, long actions) {

    static GoalSummary of(Goal goal) {
        var leading = new LinkedHashSet<Body>();
        var all = new LinkedHashSet<Body>();
        goal.series().map(Series::executors).filter(list -> !list.isEmpty()).forEach(executors -> {
            leading.add(executors.getFirst().body());
            executors.forEach(executor -> all.add(executor.body()));
        });
        all.removeAll(leading);
        return new GoalSummary(
                List.copyOf(leading),
                List.copyOf(all),
                List.copyOf(curators(goal)),
                goal.indicators().size(),
                goal.allActions().filter(action -> !isHeading(action)).count());
    }

    private static boolean isHeading(Action action) {
        return action.heading();
    }

    private static Set<Curator> curators(Goal goal) {
        var curators = new LinkedHashSet<Curator>();
        goal.series().map(Series::curator).filter(Objects::nonNull).forEach(curators::add);
        return curators;
    }
}
