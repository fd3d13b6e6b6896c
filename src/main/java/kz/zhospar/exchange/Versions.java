package kz.zhospar.exchange;

import kz.zhospar.audit.AsOf;
import kz.zhospar.audit.NoSuchPlan;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the approved plan that a request asks for: the current one from memory, an earlier one from the archive. */
@Component
class Versions {

    private final PlanService plans;
    private final PlanArchive archive;

    Versions(PlanService plans, PlanArchive archive) {
        this.plans = plans;
        this.archive = archive;
    }

    PlanSnapshot current() {
        return plans.current();
    }

    /** @throws Problem when there is no such plan, or the request does not say clearly which one it means */
    PlanSnapshot find(String code, @Nullable String asOf, @Nullable String revision) {
        if (!code.equals(plans.current().tree().code())) {
            throw Problem.unknownPlan(code);
        }
        var asked = new AsOf(asOf, revision);
        try {
            return asked.isNow() ? plans.current() : archive.find(asked);
        } catch (NoSuchPlan none) {
            throw problem(none);
        }
    }

    private static Problem problem(NoSuchPlan none) {
        return switch (none.reason()) {
            case AMBIGUOUS -> Problem.ambiguousVersion();
            case MALFORMED_MOMENT -> Problem.malformedMoment(none.asked());
            case BEFORE_FIRST_REVISION -> Problem.beforeFirstRevision(none.asked());
            case MALFORMED_REVISION -> Problem.malformedRevision(none.asked());
            case UNKNOWN_REVISION -> Problem.unknownRevision(none.asked());
        };
    }
}
