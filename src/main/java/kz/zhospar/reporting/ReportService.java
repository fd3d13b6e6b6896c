package kz.zhospar.reporting;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanRules;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Values;
import kz.zhospar.reporting.ReportingRefusal.Reason;
import kz.zhospar.reporting.internal.CampaignEntity;
import kz.zhospar.reporting.internal.Campaigns;
import kz.zhospar.reporting.internal.Days;
import kz.zhospar.reporting.internal.ReportReader;
import kz.zhospar.reporting.internal.RequestLink;
import kz.zhospar.reporting.internal.RequestLinks;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A body's facts in a reporting period, written and submitted as one change request. */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY})
public class ReportService {

    private final Campaigns campaigns;
    private final RequestLinks links;
    private final ReportReader reader;
    private final DraftService drafts;
    private final PlanService plans;
    private final CurrentPerson person;
    private final Days days;

    ReportService(
            Campaigns campaigns,
            RequestLinks links,
            ReportReader reader,
            DraftService drafts,
            PlanService plans,
            CurrentPerson person,
            Days days) {
        this.campaigns = campaigns;
        this.links = links;
        this.reader = reader;
        this.drafts = drafts;
        this.plans = plans;
        this.person = person;
        this.days = days;
    }

    /** The rows on which the person's body reports, and what it has written so far. */
    @Transactional(readOnly = true)
    public Report rows(long campaign) {
        return report(find(campaign));
    }

    /**
     * Begins the body's request, or finds the one that is begun.
     *
     * @throws ReportingRefusal when the period takes no facts from the person now
     */
    public Report begin(long campaign) {
        var found = find(campaign);
        begun(found);
        return report(found);
    }

    /**
     * Writes what the body states in one row into its request, which is begun if need be. A comment may be written
     * later: it is asked for when the request is submitted.
     *
     * @throws ReportingRefusal when the row is not the body's, or cannot be written now
     * @throws kz.zhospar.change.Refusal when somebody else's request holds the row
     * @throws InvalidChanges when the plan cannot hold what is stated
     */
    public Report enter(long campaign, FactEntry entry) {
        var found = find(campaign);
        var row = writable(report(found), entry.series());
        entry.requirePossible(days.today());
        if (row.conflicting()) {
            throw new ReportingRefusal(Reason.IN_CONFLICT);
        }
        var changes = edits(row, entry, found.year());
        if (!changes.isEmpty()) {
            requireValid(changes);
            drafts.propose(begun(found), changes);
        }
        return report(found);
    }

    private static List<Change> edits(ReportRow row, FactEntry entry, int year) {
        var changes = new ArrayList<Change>();
        edit(changes, entry.series(), ReportReader.actual(year), row.fact(), entry.fact());
        edit(changes, entry.series(), ReportReader.provenance(year), row.provenance(), entry.stated());
        return changes;
    }

    private static void edit(
            List<Change> changes, ItemRef ref, Field field, @Nullable Object before, @Nullable Object after) {
        var base = Values.orNothing(before);
        var value = Values.orNothing(after);
        if (!Objects.equals(base, value)) {
            changes.add(new Change.Edit(ref, field, base, value));
        }
    }

    private void requireValid(List<Change> changes) {
        var items = new HashMap<>(plans.current().items());
        for (var change : changes) {
            if (change instanceof Change.Edit edit) {
                items.computeIfPresent(edit.ref(), (_, item) -> item.with(edit.field(), edit.value()));
            }
        }
        var fields = Set.copyOf(changes.stream().map(Change::fieldOrNull).toList());
        var violations = PlanRules.check(items, changes).stream()
                .filter(violation -> violation.field() != null && fields.contains(violation.field()))
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidChanges(violations);
        }
    }

    /** Settles a row whose value in the plan has moved: mine is made anew from it, theirs drops mine. */
    public Report settle(long campaign, ItemRef series, boolean keepMine) {
        var found = find(campaign);
        var report = report(found);
        writable(report, series);
        var request = reader.request(found, report.body()).orElseThrow();
        ReportReader.conflicts(request, series, found.year())
                .forEach(conflict -> drafts.settle(request.number(), conflict.change(), keepMine));
        return report(found);
    }

    /** Goes on with what a colleague of the same body has begun. */
    public Report takeOver(long campaign) {
        var found = find(campaign);
        var report = report(found);
        if (report.entry() == Report.Entry.COLLEAGUE) {
            drafts.takeOver(Objects.requireNonNull(report.request()).number());
        }
        return report(found);
    }

    /**
     * Sends everything that is written along the route of facts, as one request.
     *
     * @throws ReportingRefusal naming the rows that lack a comment or a fact
     */
    public RequestDetails submit(long campaign) {
        var found = find(campaign);
        var report = report(found);
        requireOpen(report);
        var request = report.request();
        if (request == null || !request.state().isOpen()) {
            throw new ReportingRefusal(Reason.NOT_BEGUN);
        }
        require(report, ReportRow::lacksFact, Reason.FACT_MISSING);
        require(report, row -> row.state() == ReportRow.State.DRAFT && row.lacksComment(), Reason.COMMENT_MISSING);
        return drafts.submit(request.number());
    }

    private static void require(Report report, Predicate<ReportRow> fault, Reason reason) {
        var rows = report.rows().stream()
                .filter(row -> row.lock() == null)
                .filter(fault)
                .map(row -> row.duty().series().ref())
                .toList();
        if (!rows.isEmpty()) {
            throw new ReportingRefusal(reason, rows.toArray());
        }
    }

    private static ReportRow writable(Report report, ItemRef series) {
        var row = report.row(series).orElseThrow(() -> new ReportingRefusal(Reason.NOT_YOUR_ROW));
        requireOpen(report);
        return row;
    }

    private static void requireOpen(Report report) {
        switch (report.entry()) {
            case OPEN -> {}
            case NOT_YET ->
                throw new ReportingRefusal(
                        Reason.NOT_OPEN_YET, day(report.campaign().opens()));
            case CLOSED ->
                throw new ReportingRefusal(Reason.CLOSED, day(report.campaign().closes()));
            case UNDER_REVIEW -> throw new ReportingRefusal(Reason.UNDER_REVIEW, number(report));
            case COLLEAGUE ->
                throw new ReportingRefusal(
                        Reason.COLLEAGUE_WRITES,
                        Objects.requireNonNull(report.request()).writer(),
                        number(report));
        }
    }

    private static String number(Report report) {
        return String.valueOf(Objects.requireNonNull(report.request()).number());
    }

    private static String day(LocalDate day) {
        return new Formats(Language.RU).day(day);
    }

    /** The number of the body's open request; two colleagues who begin at once come to the same one. */
    private long begun(CampaignEntity campaign) {
        campaigns.lockByNumber(campaign.number());
        var report = report(campaign);
        requireOpen(report);
        if (report.rows().isEmpty()) {
            throw new ReportingRefusal(Reason.NOT_YOUR_ROW);
        }
        var request = report.request();
        return request != null && request.state().isOpen() ? request.number() : open(campaign, report.body());
    }

    private long open(CampaignEntity campaign, String body) {
        var label = plans.current().tree().bodyLabel(body, Language.RU);
        var number = drafts.open();
        drafts.describe(
                number,
                "Факты за %d год, %s".formatted(campaign.year(), label),
                "Отчётный период «%s»".formatted(campaign.title()),
                Basis.NONE);
        RevisionNote.describe(RevisionKind.DRAFT, number, campaign.title());
        links.save(new RequestLink(campaign.id(), body, number));
        return number;
    }

    private Report report(CampaignEntity campaign) {
        return reader.report(campaign, person.require());
    }

    private CampaignEntity find(long number) {
        return campaigns
                .findByNumber(number)
                .orElseThrow(() -> new ReportingRefusal(Reason.NOT_FOUND, String.valueOf(number)));
    }
}
