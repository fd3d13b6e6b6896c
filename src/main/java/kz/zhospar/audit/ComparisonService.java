package kz.zhospar.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.audit.ComparisonRefusal.Reason;
import kz.zhospar.audit.PlanComparison.Side;
import kz.zhospar.audit.internal.Duties;
import kz.zhospar.change.AppliedRequests;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestGrounds;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Moment;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.revision.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the plan was against what it became. Any two approved states are open to anybody, as the plan is; why they
 * differ and who stood behind it, like a request itself, only to those who may read the request.
 */
@Service
@Transactional(readOnly = true)
@PermitAll
public class ComparisonService {

    /** Stands in an address for the plan as it is now. */
    public static final String CURRENT = "current";

    /** Stands in an address for the plan as it was just before the other state came about. */
    public static final String PREVIOUS = "previous";

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** With what readers often compare the present, as it is asked for. */
    public record Starts(String first, String monthAgo, String quarterAgo) {}

    private final PlanArchive archive;
    private final PlanService plans;
    private final Revisions revisions;
    private final RequestService requests;
    private final AppliedRequests applied;
    private final Clock clock;

    ComparisonService(
            PlanArchive archive,
            PlanService plans,
            Revisions revisions,
            RequestService requests,
            AppliedRequests applied,
            Clock clock) {
        this.archive = archive;
        this.plans = plans;
        this.revisions = revisions;
        this.requests = requests;
        this.applied = applied;
        this.clock = clock;
    }

    /**
     * Two states of the approved plan, each at an instant or the end of a day ({@code 2026-03-01}), after a revision ({@code 57}) or
     * {@code current}; the first one may be {@code previous}.
     *
     * @throws ComparisonRefusal when a state cannot be found, or the first one is later than the second
     */
    public PlanComparison between(String from, String to) {
        var end = side(to);
        var start = from.equals(PREVIOUS) ? before(end) : side(from);
        if (start.revision() > end.revision()
                || Moment.parse(from).filter(first -> isAfter(first, to)).isPresent()) {
            throw new ComparisonRefusal(Reason.LATER_FIRST, from);
        }
        return compare(start, end);
    }

    /**
     * A request against what it was made from: as it changed the plan, or as it would change the plan of now.
     *
     * @throws Refusal NOT_FOUND when there is none that the person may see
     */
    @RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
    public PlanComparison ofRequest(long number) {
        var details = requests.find(number);
        var revision = revisionOf(number);
        return revision.isPresent() ? applied(revision.get().number()) : proposed(details);
    }

    /** With what to compare the present; a day before the plan was kept here gives way to the beginning. */
    public Starts starts() {
        var first = revisions.firstOfPlan().orElseThrow();
        var current = plans.current().revision();
        var before = revisions
                .lastOfPlanUpTo(current - 1)
                .map(RevisionRecord::number)
                .orElse(current);
        var today = day(clock.instant());
        Function<LocalDate, String> since =
                day -> day.isBefore(day(first.at())) ? String.valueOf(first.number()) : day.toString();
        return new Starts(
                String.valueOf(first.number()),
                since.apply(today.minusMonths(1)),
                since.apply(today.minusMonths(MONTHS_OF_A_QUARTER)));
    }

    private Optional<RevisionRecord> revisionOf(long request) {
        var filter = new RevisionFilter(null, Set.of(RevisionKind.APPLY), null, request, null, null, null, null, null);
        return revisions.find(filter, 1).stream().findFirst();
    }

    private PlanComparison applied(long revision) {
        return compare(
                new Side(archive.before(revision).orElseThrow(), false),
                side(archive.atRevision(revision).orElseThrow()));
    }

    private PlanComparison compare(Side from, Side to) {
        var changes = PlanDiff.between(from.plan(), to.plan());
        var origins = origins(changes, from.revision(), to.revision());
        return comparison(from, to, null, 0, changes, origins);
    }

    private PlanComparison proposed(RequestDetails details) {
        var preview = requests.preview(details.number());
        var from = side(plans.current());
        var grounds = applied.grounds(List.of(details.number())).get(details.number());
        var origin = new ComparedChange.Origin(null, null, details.number(), grounds);
        var changes = PlanDiff.between(from.plan(), preview.plan());
        return comparison(
                from,
                new Side(preview.plan(), false),
                details.number(),
                preview.conflicts().size(),
                changes,
                changes.stream().collect(Collectors.toMap(Function.identity(), _ -> origin)));
    }

    private static PlanComparison comparison(
            Side from,
            Side to,
            @Nullable Long proposal,
            int conflicts,
            List<Change> changes,
            Map<Change, ComparedChange.Origin> origins) {
        var compared = changes.stream()
                .map(change -> new ComparedChange(change, origins.get(change)))
                .toList();
        var duties = Duties.in(from.plan().tree(), to.plan().tree());
        return new PlanComparison(from, to, proposal, conflicts, compared, duties, ComparisonFilter.NONE).ordered();
    }

    /** What made each change last: three questions to the database and those about the requests, however many there are. */
    private Map<Change, ComparedChange.Origin> origins(List<Change> changes, long after, long upTo) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        var touches = applied.between(after, upTo);
        var made = new HashMap<Change, Long>();
        changes.forEach(change -> {
            var revision = touches.revision(change);
            if (revision != null) {
                made.put(change, revision);
            }
        });
        var found = revisions.find(Set.copyOf(made.values()));
        var grounds = applied.grounds(found.stream()
                .map(RevisionRecord::request)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var origins =
                found.stream().collect(Collectors.toMap(RevisionRecord::number, revision -> origin(revision, grounds)));
        return made.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> origins.get(entry.getValue())));
    }

    private static ComparedChange.Origin origin(RevisionRecord revision, Map<Long, RequestGrounds> grounds) {
        var request = revision.request();
        return new ComparedChange.Origin(
                revision.number(), revision.at(), request, request == null ? null : grounds.get(request));
    }

    /** Before the first state there was none, so that nothing differs from it. */
    private Side before(Side side) {
        return archive.before(side.revision()).map(this::side).orElse(side);
    }

    private static boolean isAfter(Instant first, String second) {
        return Moment.parse(second).filter(first::isAfter).isPresent();
    }

    private Side side(PlanSnapshot plan) {
        return new Side(plan, plan.revision() == plans.current().revision());
    }

    private Side side(String asked) {
        if (asked.equals(CURRENT)) {
            return side(plans.current());
        }
        var moment = Moment.parse(asked);
        return side(moment.isPresent() ? at(moment.get(), asked) : atRevision(asked));
    }

    private PlanSnapshot at(Instant moment, String asked) {
        if (day(moment).isAfter(day(clock.instant()))) {
            throw new ComparisonRefusal(Reason.FUTURE, asked);
        }
        return archive.at(moment).orElseThrow(() -> new ComparisonRefusal(Reason.BEFORE_FIRST, asked));
    }

    private PlanSnapshot atRevision(String asked) {
        if (!asked.matches("\\d{1,18}")) {
            throw new ComparisonRefusal(Reason.UNREADABLE, asked);
        }
        var number = Long.parseLong(asked);
        return archive.atRevision(number).orElseThrow(() -> new ComparisonRefusal(Reason.UNKNOWN_REVISION, asked));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Formats.ZONE);
    }
}
