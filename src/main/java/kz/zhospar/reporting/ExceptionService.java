package kz.zhospar.reporting;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.ReportingRefusal.Field;
import kz.zhospar.reporting.ReportingRefusal.Reason;
import kz.zhospar.reporting.internal.CampaignEntity;
import kz.zhospar.reporting.internal.CampaignNotices;
import kz.zhospar.reporting.internal.Campaigns;
import kz.zhospar.reporting.internal.Days;
import kz.zhospar.reporting.internal.ExceptionEntity;
import kz.zhospar.reporting.internal.Exceptions;
import kz.zhospar.reporting.internal.Signature;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leave to report after a period has closed: a body asks, the economy department decides. */
@Service
@Transactional
public class ExceptionService {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LEAVE_YEARS = 1;

    private final Exceptions exceptions;
    private final Campaigns campaigns;
    private final CampaignNotices notices;
    private final PlanService plans;
    private final CurrentPerson person;
    private final Days days;

    ExceptionService(
            Exceptions exceptions,
            Campaigns campaigns,
            CampaignNotices notices,
            PlanService plans,
            CurrentPerson person,
            Days days) {
        this.exceptions = exceptions;
        this.campaigns = campaigns;
        this.notices = notices;
        this.plans = plans;
        this.person = person;
        this.days = days;
    }

    /** Every exception that the person may see, the last asked for first: all of them, or those of the own body. */
    @Transactional(readOnly = true)
    @RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.AKIM_OFFICE, Roles.AUDITOR, Roles.ADMIN})
    public List<ExceptionRecord> all() {
        var me = person.require();
        var found = me.readsEverything() || me.is(Role.ADMIN)
                ? exceptions.findAllByOrderByAskedAtDesc()
                : exceptions.findByBodyOrderByAskedAtDesc(Objects.requireNonNullElse(me.body(), ""));
        return found.stream().map(exception -> record(exception, me)).toList();
    }

    /**
     * Asks for leave for the person's body.
     *
     * @param until the last day on which the body would report
     * @throws ReportingRefusal naming what is missing, or why there is nothing to ask for
     */
    @RolesAllowed({Roles.OFFICIAL, Roles.HEAD})
    public ExceptionRecord ask(long number, String reason, @Nullable LocalDate until) {
        var me = person.require();
        var campaign = campaigns
                .lockByNumber(number)
                .orElseThrow(() -> new ReportingRefusal(Reason.NOT_FOUND, String.valueOf(number)));
        requireReason(reason);
        if (until == null) {
            throw new ReportingRefusal(Reason.MISSING, Field.UNTIL);
        }
        if (until.isBefore(days.today())) {
            throw new ReportingRefusal(Reason.UNTIL_PAST);
        }
        ReportingRefusal.requireBetween(
                Field.UNTIL, until, days.today(), days.today().plusYears(LONGEST_LEAVE_YEARS));
        var body = requireLate(campaign, me);
        var exception = new ExceptionEntity(
                campaign.id(), body, PlainText.storable(reason).strip(), until, Signature.of(me), days.now());
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, campaign.title());
        exceptions.save(exception);
        notices.asked(campaign, me);
        return record(exception, me);
    }

    private String requireLate(CampaignEntity campaign, Person me) {
        var plan = plans.current().tree();
        var body = Objects.requireNonNullElse(me.body(), "");
        if (campaign.stateOn(days.today()) != CampaignState.CLOSED) {
            throw new ReportingRefusal(Reason.NOT_CLOSED);
        }
        if (campaign.scope().duties(plan).noneMatch(duty -> duty.isOf(body, plan))) {
            throw new ReportingRefusal(Reason.NOT_YOUR_ROW);
        }
        var asked = exceptions.findByCampaignIdAndBody(campaign.id(), body).stream()
                .anyMatch(one -> one.runsOn(days.today()) || one.waitsOn(days.today()));
        if (asked) {
            throw new ReportingRefusal(Reason.ALREADY_ASKED);
        }
        return body;
    }

    /**
     * Grants or refuses, once; a refusal needs a reason.
     *
     * @throws ReportingRefusal OWN_EXCEPTION for whoever asked
     */
    @RolesAllowed(Roles.ECONOMY)
    public ExceptionRecord decide(UUID id, boolean grant, String reason) {
        var me = person.require();
        var exception = exceptions.lockById(id).orElseThrow(() -> new ReportingRefusal(Reason.NOT_FOUND, ""));
        if (exception.askedBy().isOf(me)) {
            throw new ReportingRefusal(Reason.OWN_EXCEPTION);
        }
        if (!grant) {
            requireReason(reason);
        }
        exception.decide(grant, PlainText.storable(reason).strip(), Signature.of(me), days.now());
        var campaign = campaign(exception);
        RevisionNote.describe(RevisionKind.DECISION, null, campaign.title());
        notices.decided(campaign, exception.body(), me);
        return record(exception, me);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new ReportingRefusal(Reason.MISSING, Field.REASON);
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new ReportingRefusal(Reason.TOO_LONG, Field.REASON, LONGEST_REASON);
        }
    }

    private CampaignEntity campaign(ExceptionEntity exception) {
        return campaigns.findById(exception.campaignId()).orElseThrow();
    }

    private ExceptionRecord record(ExceptionEntity exception, Person me) {
        var campaign = campaign(exception);
        var decidedBy = exception.decidedBy();
        return new ExceptionRecord(
                exception.id(),
                campaign.number(),
                campaign.title(),
                exception.body(),
                exception.reason(),
                exception.until(),
                exception.state(),
                exception.askedBy().name(),
                exception.askedAt(),
                decidedBy == null ? null : decidedBy.name(),
                exception.decidedAt(),
                exception.decisionReason(),
                exception.runsOn(days.today()),
                exception.state() == ExceptionRecord.State.ASKED
                        && me.is(Role.ECONOMY)
                        && !exception.askedBy().isOf(me));
    }
}
