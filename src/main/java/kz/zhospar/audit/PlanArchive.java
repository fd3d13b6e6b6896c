package kz.zhospar.audit;

import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.zhospar.audit.internal.AuditTables;
import kz.zhospar.audit.internal.RecentSnapshots;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionFilter;
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

    /** The last changes to the plan, the newest first; the first load is none. */
    public List<Applied> lastApplied(int limit) {
        var applied = new RevisionFilter(null, Set.of(RevisionKind.APPLY), null, null, null, null, null, null, null);
        return revisions.find(applied, limit).stream().map(this::applied).toList();
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
                : recent.get(
                        revision.number(), number -> new PlanSnapshot(number, revision.at(), tables.planAt(number)));
    }
}
