package kz.zhospar.change.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RouteRecord;
import kz.zhospar.change.Verdict;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Signature;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.PlanRules;
import kz.zhospar.plan.PlanService;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads a request along its route: from its submission over each office's decision to the plan, or back. */
@Component
public class Review {

    private final RequestStore store;
    private final SubmittedContents contents;
    private final Turns turns;
    private final Telling telling;
    private final PlanService plans;
    private final Clock clock;

    Review(
            RequestStore store,
            SubmittedContents contents,
            Turns turns,
            Telling telling,
            PlanService plans,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.turns = turns;
        this.telling = telling;
        this.plans = plans;
        this.clock = clock;
    }

    /** Begins a round: what is submitted is kept, and the first office that has to decide is told. */
    public StoredRequest begin(StoredRequest loaded, Person submitter, RouteRecord route) {
        var request = loaded.request();
        loaded.rows().forEach(ProposedChange::clearRemark);
        request.submit(signature(submitter, request), route, loaded.hash(), clock.instant());
        requireDeciders(loaded);
        contents.keep(new Submission(request, loaded.set().changes(), loaded.hash(), clock.instant()));
        reach(loaded, turns.next(loaded, 0), submitter);
        telling.changed(request);
        return loaded;
    }

    /** A head of the author's body submits as its head, whatever else he is: his signature stands for his part. */
    private static Signature signature(Person submitter, ChangeRequest request) {
        var isHead = submitter.is(Role.HEAD)
                && Objects.equals(submitter.body(), request.author().body());
        return isHead ? Signature.of(submitter, Role.HEAD) : Signature.of(submitter);
    }

    /** A request that somebody cannot decide on would wait for good. */
    private void requireDeciders(StoredRequest loaded) {
        var stages = loaded.request().stages();
        turns.undecidable(loaded, stages).ifPresent(part -> {
            throw new Refusal(Refusal.Reason.NOBODY_CAN_DECIDE, part);
        });
        if (turns.next(loaded, 0) == stages.size()) {
            throw new Refusal(
                    Refusal.Reason.NOBODY_CAN_DECIDE,
                    turns.parts(loaded, stages.getFirst().step()).getFirst());
        }
    }

    private void reach(StoredRequest loaded, int stage, Person sender) {
        var request = loaded.request();
        request.reach(stage, turns.due(request.stages().get(stage)), clock.instant());
        telling.awaiting(
                loaded, turns.waiting(loaded, request.stages().get(stage).step()), sender.name());
    }

    /**
     * Takes a person's decision on his part. What he does not accept is set aside, and goes back with it what cannot
     * stand without it and is not his to accept. Returned changes become a draft of their own while others stand; when
     * nothing stands, the request itself goes back or ends.
     *
     * @throws InvalidChanges when what he does accept cannot stand without what he does not
     */
    public StoredRequest decide(
            StoredRequest loaded, Person person, Turns.Own own, String reason, List<ItemVerdict> items) {
        var covered = turns.covered(loaded, own.part());
        var verdict = verdict(covered, items);
        var gone = withDependents(loaded, covered, reason, items);
        var set = aside(loaded, gone);
        RevisionNote.describe(RevisionKind.DECISION, loaded.request().number(), reason);
        if (set.standing().isEmpty()) {
            return end(loaded, person, own, verdict, reason, gone, set);
        }
        var part = set.returned().isEmpty() ? null : splitOff(loaded, set);
        record(loaded, person, own, verdict, reason, gone, part);
        var next = gone.isEmpty() ? store.reload(loaded) : narrowed(loaded, set);
        tell(next, person, gone);
        return pass(next, person);
    }

    /**
     * An office can always say no to its part, whatever others have accepted: what hangs on it goes back too. Only what
     * the decision breaks counts; a change that has become stale by itself waits for somebody to settle it.
     */
    private List<ItemVerdict> withDependents(
            StoredRequest loaded, List<Change> covered, String reason, List<ItemVerdict> items) {
        var gone = new ArrayList<>(items);
        var before = gone.isEmpty() ? List.of() : violations(loaded.set().changes());
        while (!gone.isEmpty()) {
            var standing = aside(loaded, gone).standing();
            var broken = violations(standing).stream()
                    .filter(violation -> !before.contains(violation))
                    .toList();
            var dependents = standing.stream()
                    .filter(change -> broken.stream()
                            .anyMatch(violation -> violation.ref().equals(change.ref())))
                    .toList();
            if (dependents.isEmpty()) {
                break;
            }
            if (dependents.stream().anyMatch(covered::contains)) {
                throw new InvalidChanges(broken);
            }
            var words = reason.isBlank() ? items.getFirst().reason() : reason;
            dependents.forEach(change -> gone.add(ItemVerdict.returned(change, words)));
        }
        return gone;
    }

    private List<PlanRules.Violation> violations(List<Change> changes) {
        var items = plans.current().items();
        var stale =
                Changes.conflicts(items, changes).stream().map(Conflict::change).toList();
        var fresh = changes.stream().filter(change -> !stale.contains(change)).toList();
        return PlanRules.check(Changes.apply(items, fresh), fresh);
    }

    /** What a decision leaves standing, gives back and turns down. */
    private record Aside(List<Change> standing, List<ItemVerdict> returned, List<ItemVerdict> rejected) {}

    private static Aside aside(StoredRequest loaded, List<ItemVerdict> items) {
        var standing = loaded.set().changes().stream()
                .filter(change -> items.stream().noneMatch(item -> item.change().samePlace(change)))
                .toList();
        return new Aside(standing, of(items, Verdict.RETURNED), of(items, Verdict.REJECTED));
    }

    private static List<ItemVerdict> of(List<ItemVerdict> items, Verdict verdict) {
        return items.stream().filter(item -> item.verdict() == verdict).toList();
    }

    /** The verdict on the part: approved as long as any of it is accepted. */
    private static Verdict verdict(List<Change> covered, List<ItemVerdict> items) {
        if (items.size() < covered.size()) {
            return Verdict.APPROVED;
        }
        return of(items, Verdict.RETURNED).isEmpty() ? Verdict.REJECTED : Verdict.RETURNED;
    }

    private StoredRequest end(
            StoredRequest loaded,
            Person person,
            Turns.Own own,
            Verdict verdict,
            String reason,
            List<ItemVerdict> items,
            Aside set) {
        record(loaded, person, own, verdict, reason, items, null);
        telling.voided(loaded, person);
        if (set.returned().isEmpty()) {
            loaded.request().reject(clock.instant());
            telling.decided(loaded, NoticeKind.REJECTED, person);
        } else {
            store.remove(loaded, changes(set.rejected()));
            set.returned().forEach(item -> loaded.row(item.change()).ifPresent(row -> row.remark(item)));
            loaded.request().returnForRework(clock.instant());
            telling.decided(loaded, NoticeKind.RETURNED, person);
        }
        telling.changed(loaded.request());
        return store.reload(loaded);
    }

    private void record(
            StoredRequest loaded,
            Person person,
            Turns.Own own,
            Verdict verdict,
            String reason,
            List<ItemVerdict> items,
            @Nullable Long splitInto) {
        var decision = new Decision(loaded.request(), own, verdict, reason, person, clock.instant(), splitInto);
        store.add(decision, loaded, items);
    }

    /** Puts what was returned into a draft of its own and gives its number. */
    private long splitOff(StoredRequest loaded, Aside set) {
        var part = loaded.request().splitOff(store.nextNumber(), clock.instant());
        store.save(part);
        var written = store.write(part, new ChangeSet(changes(set.returned())), plans.current());
        set.returned().forEach(item -> written.row(item.change()).ifPresent(row -> row.remark(item)));
        return part.number();
    }

    private StoredRequest narrowed(StoredRequest loaded, Aside set) {
        var gone = new ArrayList<>(changes(set.returned()));
        gone.addAll(changes(set.rejected()));
        store.remove(loaded, gone);
        var next = store.reload(loaded);
        next.request().narrow(next.hash());
        return next;
    }

    private static List<Change> changes(Collection<ItemVerdict> items) {
        return items.stream().map(ItemVerdict::change).toList();
    }

    private void tell(StoredRequest loaded, Person person, List<ItemVerdict> items) {
        if (!of(items, Verdict.RETURNED).isEmpty()) {
            telling.decided(loaded, NoticeKind.RETURNED, person);
        } else if (!items.isEmpty()) {
            telling.decided(loaded, NoticeKind.REJECTED, person);
        }
    }

    /** Goes on to the next office, or applies what stands when there is none. */
    private StoredRequest pass(StoredRequest loaded, Person person) {
        var request = loaded.request();
        var at = request.stage();
        var next = turns.next(loaded, at);
        if (next == request.stages().size()) {
            request.approve(clock.instant());
            plans.apply(loaded.set().changes());
            RevisionNote.describe(RevisionKind.APPLY, request.number(), request.justification());
            telling.decided(loaded, NoticeKind.APPLIED, person);
        } else if (next != at) {
            reach(loaded, next, person);
            telling.decided(loaded, NoticeKind.STEP_APPROVED, person);
        }
        telling.changed(request);
        return loaded;
    }

    /** Takes the request back; who approved learns that it no longer counts. */
    public void withdraw(StoredRequest loaded, Person person) {
        if (loaded.request().state() == RequestState.IN_REVIEW) {
            telling.voided(loaded, person);
        }
        loaded.request().withdraw(clock.instant());
        telling.changed(loaded.request());
    }
}
