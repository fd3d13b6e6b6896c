package kz.zhospar.reporting;

import java.util.Optional;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.Series;

/** One row that a period asks for, with where it stands. */
public record Duty(Goal goal, Indicator indicator, Series series) {

    /** The key of the body that reports on the row: the first of its executors. */
    public Optional<String> leader() {
        return series.executors().stream()
                .map(executor -> executor.body().key())
                .findFirst();
    }

    /** Whether a body may report on the row: any of its executors. */
    public boolean isOf(String body, PlanTree plan) {
        return plan.body(body)
                .filter(found -> series.isDutyOf(found.ref().id()))
                .isPresent();
    }
}
