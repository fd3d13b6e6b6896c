package kz.zhospar.audit;

import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Optional;
import kz.zhospar.audit.internal.AuditTables;
import kz.zhospar.audit.internal.RecentSnapshots;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.revision.Revisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approved plan as it was at any revision, read from the audit tables. What was approved is open to anybody. */
@Service
@Transactional(readOnly = true)
@PermitAll
public class PlanArchive {

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

    private PlanSnapshot at(RevisionRecord revision) {
        var current = plans.current();
        return current.revision() == revision.number()
                ? current
                : recent.get(
                        revision.number(), number -> new PlanSnapshot(number, revision.at(), tables.planAt(number)));
    }
}
