package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Lock;
import kz.zhospar.change.Preview;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.common.ui.Outages;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanRules;
import kz.zhospar.plan.PlanRules.Rule;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.plan.Values;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The draft that is open on a screen: the plan with it, what of a goal may be changed, and what others hold. */
final class Drafting {

    /** What has become of a draft while it was open. */
    enum Renewal {
        NOTHING,
        /** Others hold other places than before. */
        LOCKS,
        /** The approved goal is other than before. */
        PLAN,
        /** The draft says other things than before. */
        DRAFT,
        /** It can no longer be written in. */
        CLOSED
    }

    /** What of a draft can be seen on the page of a goal. */
    private record State(Goal approved, Optional<Goal> drafted, List<Change> changes, List<Conflict> conflicts) {}

    private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);

    /** Faults that a value has by itself. Other faults may be a matter of order and are judged on submission. */
    private static final Set<Rule> REFUSED = Set.of(
            Rule.TEXT_TOO_LONG,
            Rule.YEAR_OUT_OF_RANGE,
            Rule.DUE_NOT_A_DATE,
            Rule.MONEY_NOT_A_NUMBER,
            Rule.MONEY_NEGATIVE);

    private final RequestService requests;
    private final DraftService drafts;
    private final PlanService plans;
    private final long number;
    private final List<Runnable> listeners = new ArrayList<>();
    private Set<ItemRef> proposable;
    private Goal goal;
    private Preview preview;
    private RequestDetails details;
    private List<Lock> locks;

    /**
     * Opens a draft on a goal.
     *
     * @throws Refusal NOT_FOUND when there is none that the person may see
     */
    Drafting(RequestService requests, DraftService drafts, PlanService plans, long number, Goal goal) {
        this.requests = requests;
        this.drafts = drafts;
        this.plans = plans;
        this.number = number;
        this.goal = goal;
        this.details = requests.find(number);
        this.preview = requests.preview(number);
        this.locks = requests.locks();
        this.proposable = drafts.proposable(goal);
    }

    long number() {
        return number;
    }

    /** The approved plan with the draft in it. */
    PlanSnapshot plan() {
        return preview.plan();
    }

    PlanSnapshot approved() {
        return plans.current();
    }

    RequestDetails details() {
        return details;
    }

    List<Conflict> conflicts() {
        return preview.conflicts();
    }

    Instant savedAt() {
        return details.summary().editedAt();
    }

    /** Tells whenever the draft has changed. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    boolean mayChange(ItemRef ref) {
        return proposable.contains(ref) || adds(ref);
    }

    boolean mayAdd() {
        return !proposable.isEmpty();
    }

    boolean adds(ItemRef ref) {
        return change(ref, null).filter(Change.Add.class::isInstance).isPresent();
    }

    /** What the draft says of a field, or of an item as a whole. */
    Optional<Change> change(ItemRef ref, @Nullable Field field) {
        return preview.changes().stream()
                .filter(change -> change.ref().equals(ref) && Objects.equals(change.fieldOrNull(), field))
                .findFirst();
    }

    /** The request under review that holds a field, or for null the item as a whole. */
    Optional<Lock> lock(ItemRef ref, @Nullable Field field) {
        var probe = field == null
                ? new Change.Remove(Item.of(ref).build())
                : new Change.Edit(ref, field, null, "any other value");
        return locks.stream()
                .filter(lock -> lock.request() != number && lock.holds(probe))
                .findFirst();
    }

    Outcome write(ItemRef ref, Field field, @Nullable Object value) {
        var faults = faults(ref, field, Values.orNothing(value));
        var refused = faults.stream().filter(REFUSED::contains).findFirst();
        if (refused.isPresent()) {
            return Outcome.refused(t("plan.rule." + refused.get()));
        }
        var outcome = attempt(() -> drafts.edit(number, ref, field, value));
        return outcome.saved() && !faults.isEmpty()
                ? Outcome.savedBut(t("plan.rule." + faults.iterator().next()))
                : outcome;
    }

    Outcome add(Item item) {
        return propose(List.of(new Change.Add(item)));
    }

    Outcome propose(List<Change> changes) {
        return attempt(() -> drafts.propose(number, changes));
    }

    Outcome revert(ItemRef ref, @Nullable Field field) {
        return change(ref, field)
                .map(change -> attempt(() -> drafts.drop(number, change)))
                .orElse(Outcome.SAVED);
    }

    Outcome settle(Conflict conflict, boolean keepMine) {
        return attempt(() -> drafts.settle(number, conflict.change(), keepMine));
    }

    private Set<Rule> faults(ItemRef ref, Field field, @Nullable Object value) {
        var item = plan().find(ref);
        var base = item.flatMap(found -> found.value(field)).orElse(null);
        if (item.isEmpty() || Objects.equals(base, value)) {
            return Set.of();
        }
        var edit = new Change.Edit(ref, field, base, value);
        return PlanRules.check(plan().apply(List.of(edit)).items(), List.of(edit)).stream()
                .filter(violation -> field.equals(violation.field()))
                .map(PlanRules.Violation::rule)
                .collect(Collectors.toSet());
    }

    private Outcome attempt(Supplier<RequestDetails> work) {
        try {
            details = work.get();
            refresh();
            return Outcome.SAVED;
        } catch (Refusal refusal) {
            refresh();
            return Outcome.refused(Refusals.message(refusal, plan()));
        } catch (StalePlanException stale) {
            refresh();
            return Outcome.refused(t("workspace.conflict.first"));
        } catch (RuntimeException e) {
            LOG.error("A change to draft {} was not saved", number, e);
            return Outcome.refused(Outages.explain(e).orElseGet(() -> t("workspace.draft.failure")));
        }
    }

    /** Reads the draft anew, as another tab, another request or the plan itself may have changed. */
    Renewal renew() {
        var before = state();
        try {
            details = requests.find(number);
            if (!details.mayWrite()) {
                return Renewal.CLOSED;
            }
            preview = requests.preview(number);
        } catch (Refusal gone) {
            return Renewal.CLOSED;
        }
        goal = approved().tree().goal(goal.number()).orElse(goal);
        proposable = drafts.proposable(goal);
        var held = renewLocks();
        var after = state();
        if (after.equals(before)) {
            return held;
        }
        listeners.forEach(Runnable::run);
        return after.approved().equals(before.approved()) ? Renewal.DRAFT : Renewal.PLAN;
    }

    /** Reads anew what others hold. */
    Renewal renewLocks() {
        var before = locks;
        locks = requests.locks();
        return locks.equals(before) ? Renewal.NOTHING : Renewal.LOCKS;
    }

    private State state() {
        return new State(goal, preview.plan().tree().goal(goal.number()), preview.changes(), preview.conflicts());
    }

    private void refresh() {
        preview = requests.preview(number);
        locks = requests.locks();
        listeners.forEach(Runnable::run);
    }
}
