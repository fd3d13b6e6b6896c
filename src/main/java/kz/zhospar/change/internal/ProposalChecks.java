package kz.zhospar.change.internal;

import java.util.List;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.change.ProposalRule;
import kz.zhospar.change.Refusal;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.PlanRules;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.StalePlanException;
import org.springframework.stereotype.Component;

/** What may be taken into a draft, and what may be submitted. */
@Component
public class ProposalChecks {

    private final ChangeAccess access;
    private final ProposedPlaces places;
    private final List<ProposalRule> rules;

    ProposalChecks(ChangeAccess access, ProposedPlaces places, List<ProposalRule> rules) {
        this.access = access;
        this.places = places;
        this.rules = rules;
    }

    /** Takes changes into a set, all or none. */
    public ChangeSet with(
            ChangeSet set, List<Change> changes, Person person, ChangeRequest request, PlanSnapshot plan) {
        var next = set;
        for (var change : changes) {
            requireAllowed(person, change, next, plan);
            requireThere(change, next);
            next = next.with(change);
        }
        requireUnlocked(changes, request);
        return next;
    }

    /** Refuses to submit what is not the person's to propose, cannot stand in the plan, or is held by another request. */
    public void requireSubmittable(List<Change> changes, Person person, ChangeRequest request, PlanSnapshot plan) {
        var set = new ChangeSet(changes);
        changes.forEach(change -> requireAllowed(person, change, set, plan));
        rules.forEach(rule -> rule.checkSubmitted(person, changes));
        var violations = PlanRules.check(plan.apply(changes).items(), changes);
        if (!violations.isEmpty()) {
            throw new InvalidChanges(violations);
        }
        requireUnlocked(changes, request);
    }

    private void requireAllowed(Person person, Change change, ChangeSet set, PlanSnapshot plan) {
        if (!access.mayPropose(person, change, set, plan.tree())) {
            throw new Refusal(Refusal.Reason.NOT_YOUR_ITEM);
        }
        rules.forEach(rule -> rule.check(person, change));
    }

    /** A page that is older than the draft may still show what the draft has removed since. */
    private static void requireThere(Change change, ChangeSet set) {
        if (change instanceof Change.Edit && set.removes(change.ref())) {
            throw new StalePlanException(List.of(new Conflict(change, null)));
        }
    }

    private void requireUnlocked(List<Change> changes, ChangeRequest request) {
        for (var lock : places.locks()) {
            if (lock.request() != request.number() && changes.stream().anyMatch(lock::holds)) {
                throw new Refusal(Refusal.Reason.LOCKED, lock.request(), lock.ref());
            }
        }
    }
}
