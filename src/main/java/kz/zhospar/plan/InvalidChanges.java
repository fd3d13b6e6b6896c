package kz.zhospar.plan;

import java.util.List;
import kz.zhospar.plan.PlanRules.Violation;

/** A set of changes would leave the plan in a state that it must not have; each fault names its item and field. */
public class InvalidChanges extends RuntimeException {

    private final transient List<Violation> violations;

    public InvalidChanges(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
