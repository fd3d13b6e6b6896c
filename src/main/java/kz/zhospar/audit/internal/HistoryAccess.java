package kz.zhospar.audit.internal;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import org.springframework.stereotype.Component;

/** How far into the history each person may look. */
@Component
public class HistoryAccess {

    private static final String NO_BODY = "";

    HistoryAccess() {}

    /** Departments read the history of the goals that they answer for, curators of those they oversee. */
    public boolean mayRead(Person person, ItemRef ref, PlanTree plan) {
        return person.readsEverything()
                || plan.goalOf(ref).filter(goal -> isOwn(person, goal, plan)).isPresent();
    }

    /** The filter narrowed to what the person may see of the log. */
    public RevisionFilter restrict(Person person, RevisionFilter filter, Supplier<Collection<Long>> ownRequests) {
        if (person.is(Role.AUDITOR)) {
            return filter;
        }
        // When a colleague came and went is for auditors.
        var seen = filter.without(RevisionKind.ACCESS);
        if (person.readsEverything()) {
            return seen;
        }
        return person.curator() != null
                ? seen.ofRequests(ownRequests.get())
                : seen.ofBody(Objects.requireNonNullElse(person.body(), NO_BODY));
    }

    private static boolean isOwn(Person person, Goal goal, PlanTree plan) {
        return person.curator() != null && goal.isOverseenBy(person.curator())
                || person.body() != null
                        && plan.body(person.body())
                                .filter(body -> goal.isDutyOf(body.ref().id()))
                                .isPresent();
    }
}
