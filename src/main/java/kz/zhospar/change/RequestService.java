package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zhospar.change.internal.RequestReader;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Change requests as one may read them. What one may not see does not exist. */
@Service
@Transactional(readOnly = true)
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class RequestService {

    private final RequestStore store;
    private final RequestReader reader;
    private final PlanService plans;
    private final CurrentPerson person;

    RequestService(RequestStore store, RequestReader reader, PlanService plans, CurrentPerson person) {
        this.store = store;
        this.reader = reader;
        this.plans = plans;
        this.person = person;
    }

    /**
     * One request.
     *
     * @throws Refusal NOT_FOUND when there is none that the person may see
     */
    public RequestDetails find(long number) {
        return reader.details(person.require(), store.find(person.require(), number));
    }

    /** Everything that the person may see, the last edited first. */
    public List<RequestSummary> all() {
        return store.all(person.require()).stream().map(reader::summary).toList();
    }

    /** What waits for the person's decision, the longest waiting first. */
    public List<RequestSummary> awaitingMe() {
        var me = person.require();
        return store.inReview().stream()
                .filter(loaded -> reader.mayDecide(me, loaded))
                .map(reader::summary)
                .sorted(Comparator.comparing(RequestSummary::submittedAt))
                .toList();
    }

    /** The approved plan with the request in it, as far as the plan still allows. */
    public Preview preview(long number) {
        var changes = store.find(person.require(), number).set().changes();
        var plan = plans.current();
        var conflicts = Changes.conflicts(plan.items(), changes);
        var stale = conflicts.stream().map(Conflict::change).toList();
        var fresh = changes.stream().filter(change -> !stale.contains(change)).toList();
        return new Preview(plan.apply(fresh), fresh, conflicts);
    }

    /** The places that requests under review hold, whoever wrote them: which request, whose, since when. */
    public List<Lock> locks() {
        return store.locks();
    }

    /**
     * The decisions on requests, by number: the approval chain that a history shows beside what was applied. Of
     * requests that have not been applied, only those that the person may see.
     */
    public Map<Long, List<DecisionRecord>> decisions(Collection<Long> numbers) {
        return store.decisions(person.require(), numbers);
    }

    /** Every item of a goal that an approved request has touched, also those that are no longer there. */
    public Set<ItemRef> everTouched(ItemRef goal) {
        return store.appliedTo(goal);
    }
}
