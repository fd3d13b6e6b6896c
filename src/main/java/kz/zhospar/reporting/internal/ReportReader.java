package kz.zhospar.reporting.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Lock;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.reporting.CampaignState;
import kz.zhospar.reporting.Deviation;
import kz.zhospar.reporting.Duty;
import kz.zhospar.reporting.Report;
import kz.zhospar.reporting.Report.Entry;
import kz.zhospar.reporting.ReportRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a body reports in a period: the plan, the body's request, and what others hold. */
@Component
public class ReportReader {

    private final PlanService plans;
    private final RequestService requests;
    private final RequestLinks links;
    private final Exceptions exceptions;
    private final Days days;

    ReportReader(PlanService plans, RequestService requests, RequestLinks links, Exceptions exceptions, Days days) {
        this.plans = plans;
        this.requests = requests;
        this.links = links;
        this.exceptions = exceptions;
        this.days = days;
    }

    public Report report(CampaignEntity campaign, Person me) {
        var body = Objects.requireNonNullElse(me.body(), "");
        var request = request(campaign, body).orElse(null);
        var locks = requests.locks();
        var plan = plans.current().tree();
        var rows = campaign.scope()
                .duties(plan)
                .filter(duty -> duty.isOf(body, plan))
                .map(duty -> new RowReader(campaign, body, duty, request, locks).read())
                .toList();
        return new Report(
                campaign.on(days.today()),
                body,
                entry(campaign, body, request),
                request == null ? null : request.summary(),
                rows,
                days.today());
    }

    /**
     * The request on which the body's next step is: one that is open before one under review before a closed one. Facts
     * that came back singly are in a request of their own.
     */
    public Optional<RequestDetails> request(CampaignEntity campaign, String body) {
        return links.findFirstByCampaignIdAndBodyOrderByRequestNumberDesc(campaign.id(), body).stream()
                .flatMap(link -> withSplitOff(link.requestNumber()))
                .min(Comparator.comparing(ReportReader::urgency)
                        .thenComparing(RequestDetails::number, Comparator.reverseOrder()));
    }

    private Stream<RequestDetails> withSplitOff(long number) {
        var details = requests.find(number);
        var parts = details.decisions().stream().map(DecisionRecord::splitInto).filter(Objects::nonNull);
        return Stream.concat(Stream.of(details), parts.flatMap(this::withSplitOff));
    }

    private static int urgency(RequestDetails request) {
        return request.state().isOpen() ? 0 : request.state().isFinal() ? 2 : 1;
    }

    private Entry entry(CampaignEntity campaign, String body, @Nullable RequestDetails request) {
        var state = campaign.stateOn(days.today());
        if (state == CampaignState.PLANNED) {
            return Entry.NOT_YET;
        }
        if (request != null && request.state() == RequestState.IN_REVIEW) {
            return Entry.UNDER_REVIEW;
        }
        if (state == CampaignState.CLOSED && !exceptions.anyRuns(campaign.id(), body, days.today())) {
            return Entry.CLOSED;
        }
        return request != null && request.state().isOpen() && !request.mayWrite() ? Entry.COLLEAGUE : Entry.OPEN;
    }

    /** The conflicts of one row in the body's request. */
    public static List<Conflict> conflicts(@Nullable RequestDetails request, ItemRef series, int year) {
        return request == null
                ? List.of()
                : request.conflicts().stream()
                        .filter(conflict -> isFact(
                                conflict.change().ref(), conflict.change().fieldOrNull(), series, year))
                        .toList();
    }

    private static boolean isFact(ItemRef ref, @Nullable Field field, ItemRef series, int year) {
        return ref.equals(series) && (field == null || field.equals(actual(year)) || field.equals(provenance(year)));
    }

    public static Field actual(int year) {
        return Field.of(Attribute.ACTUAL, year);
    }

    public static Field provenance(int year) {
        return Field.of(Attribute.PROVENANCE, year);
    }

    /** Reads one row. */
    private record RowReader(
            CampaignEntity campaign,
            String body,
            Duty duty,
            @Nullable RequestDetails request,
            List<Lock> locks) {

        ReportRow read() {
            var series = duty.series();
            var year = campaign.year();
            var cell = series.cell(year);
            var fact = stated(actual(year), cell.actual());
            var provenance = stated(provenance(year), cell.provenance());
            return new ReportRow(
                    duty,
                    duty.leader().filter(body::equals).isPresent(),
                    state(cell, fact),
                    cell.target(),
                    series.cell(year - 1).actual(),
                    fact,
                    provenance,
                    Deviation.of(series.better(), cell.target(), fact, campaign.threshold()),
                    remark(),
                    lock(),
                    !conflicts(request, series.ref(), year).isEmpty());
        }

        private ReportRow.State state(Series.Cell cell, @Nullable Quantity fact) {
            if (lock() != null) {
                return ReportRow.State.IN_REVIEW;
            }
            if (fact != null && edits()) {
                return request != null && request.state() == RequestState.IN_REVIEW
                        ? ReportRow.State.IN_REVIEW
                        : ReportRow.State.DRAFT;
            }
            return cell.actual() == null ? ReportRow.State.MISSING : ReportRow.State.IN_PLAN;
        }

        private boolean edits() {
            return edit(actual(campaign.year())).isPresent()
                    || edit(provenance(campaign.year())).isPresent();
        }

        @SuppressWarnings("unchecked")
        private <T> @Nullable T stated(Field field, @Nullable T inPlan) {
            var edit = edit(field);
            return edit.isPresent() ? (T) edit.get().value() : inPlan;
        }

        /** What the body's request says of a field, until the request is closed. */
        private Optional<Change.Edit> edit(Field field) {
            if (request == null || request.state().isFinal()) {
                return Optional.empty();
            }
            return request.changes().stream()
                    .filter(change -> change.ref().equals(duty.series().ref()))
                    .filter(Change.Edit.class::isInstance)
                    .map(Change.Edit.class::cast)
                    .filter(edit -> edit.field().equals(field))
                    .findFirst();
        }

        /** What the last approver said of the row when it came back. */
        private String remark() {
            return request == null || request.state() != RequestState.RETURNED
                    ? ""
                    : request.remarks().stream()
                            .filter(remark -> isFact(
                                    remark.change().ref(),
                                    remark.change().fieldOrNull(),
                                    duty.series().ref(),
                                    campaign.year()))
                            .map(ItemVerdict::reason)
                            .filter(reason -> !reason.isBlank())
                            .distinct()
                            .collect(Collectors.joining(" "));
        }

        private @Nullable Lock lock() {
            return locks.stream()
                    .filter(lock -> request == null || lock.request() != request.number())
                    .filter(lock ->
                            isFact(lock.ref(), lock.field(), duty.series().ref(), campaign.year()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
