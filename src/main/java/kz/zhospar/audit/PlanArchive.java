package kz.zhospar.audit;

import jakarta.annotation.security.PermitAll;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zhospar.audit.NoSuchPlan.Reason;
import kz.zhospar.audit.internal.AuditTables;
import kz.zhospar.audit.internal.RecentSnapshots;
import kz.zhospar.common.Moment;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.revision.Revisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approved plan as it was at any revision, read from the audit tables. What was approved is open to anybody. */
@Service
@Transactional(readOnly = true)
@PermitAll
public class PlanArchive {

    /** One approved request as it changed the plan. */
    public record Applied(long revision, Instant at, long request, List<Change> changes) {}

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}");

    private final Revisions revisions;
    private final AuditTables tables;
    private final PlanService plans;
    private final RecentSnapshots recent;

    PlanArchive(Revisions revisions, AuditTables tables, PlanService plans, RecentSnapshots recent) {
        this.revisions = revisions;
        this.tables = tables;
        this.plans = plans;
        this.recent = recent;
    }

    /**
     * The plan that is asked for; the one in force comes from memory.
     *
     * @throws NoSuchPlan when there is none, or the question does not say clearly which one it means
     */
    public PlanSnapshot find(AsOf asked) {
        if (asked.moment() != null && asked.revision() != null) {
            throw new NoSuchPlan(Reason.AMBIGUOUS, asked.moment());
        }
        if (asked.revision() != null) {
            return ofNumber(asked.revision());
        }
        return asked.moment() == null ? plans.current() : ofMoment(asked.moment());
    }

    private PlanSnapshot ofMoment(String text) {
        var current = plans.current();
        var moment = Moment.parse(text).orElseThrow(() -> new NoSuchPlan(Reason.MALFORMED_MOMENT, text));
        return moment.isBefore(current.asOf())
                ? at(moment).orElseThrow(() -> new NoSuchPlan(Reason.BEFORE_FIRST_REVISION, text))
                : current;
    }

    private PlanSnapshot ofNumber(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NoSuchPlan(Reason.MALFORMED_REVISION, text);
        }
        var number = new BigInteger(text);
        if (number.signum() <= 0 || number.bitLength() >= Long.SIZE) {
            throw new NoSuchPlan(Reason.UNKNOWN_REVISION, text);
        }
        var current = plans.current();
        return number.longValue() == current.revision()
                ? current
                : atRevision(number.longValue()).orElseThrow(() -> new NoSuchPlan(Reason.UNKNOWN_REVISION, text));
    }

    /** The plan at a revision; empty when there is no such revision. */
    public Optional<PlanSnapshot> atRevision(long number) {
        return revisions
                .find(number)
                .flatMap(found -> revisions.lastOfPlanUpTo(number))
                .map(this::at);
    }

    /** The plan at an instant; empty before the first load. */
    public Optional<PlanSnapshot> at(Instant instant) {
        return revisions.lastOfPlanAt(instant).map(this::at);
    }

    /** The plan just before a revision changed it; empty for the first load. */
    public Optional<PlanSnapshot> before(long number) {
        return revisions.lastOfPlanUpTo(number - 1).map(this::at);
    }

    /** The revision that made a plan what it is. */
    public RevisionRecord revisionOf(PlanSnapshot plan) {
        return revisions.find(plan.revision()).orElseThrow();
    }

    /** The revision with which the plan came in; there is no plan before. */
    public RevisionRecord first() {
        return revisions.firstOfPlan().orElseThrow();
    }

    /** The last revisions that made the plan what it is, the newest first. */
    public List<RevisionRecord> latest(int limit) {
        return revisions.lastOfPlan(limit);
    }

    /** The last changes to the plan, the newest first; the first load is none. */
    public List<Applied> lastApplied(int limit) {
        return latest(limit).stream()
                .filter(revision -> revision.kind() == RevisionKind.APPLY)
                .map(this::applied)
                .toList();
    }

    private Applied applied(RevisionRecord revision) {
        var before = before(revision.number()).orElseThrow();
        return new Applied(
                revision.number(),
                revision.at(),
                Objects.requireNonNull(revision.request()),
                PlanDiff.between(before, at(revision)));
    }

    private PlanSnapshot at(RevisionRecord revision) {
        var current = plans.current();
        return current.revision() == revision.number()
                ? current
                : recent.get(revision.number(), _ -> past(revision, current));
    }

    /** Most items have not changed since; those are shared with the current plan. */
    private PlanSnapshot past(RevisionRecord revision, PlanSnapshot current) {
        var items = tables.planAt(revision.number());
        items.replaceAll((ref, item) -> current.find(ref).filter(item::equals).orElse(item));
        return new PlanSnapshot(revision.number(), revision.at(), items);
    }
}
