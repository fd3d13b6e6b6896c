package kz.zhospar.reporting;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.ReportingRefusal.Reason;
import kz.zhospar.reporting.internal.CampaignEntity;
import kz.zhospar.reporting.internal.CampaignNotices;
import kz.zhospar.reporting.internal.CampaignRules;
import kz.zhospar.reporting.internal.Campaigns;
import kz.zhospar.reporting.internal.Days;
import kz.zhospar.reporting.internal.ProgressCount;
import kz.zhospar.reporting.internal.RequestLinks;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reporting periods: the administrator states them, everybody who takes part reads them. */
@Service
@Transactional
public class CampaignService {

    /** How much a period asks for: so many rows, of so many bodies. */
    public record Extent(int rows, int bodies) {}

    private final Campaigns campaigns;
    private final RequestLinks links;
    private final ProgressCount progress;
    private final CampaignNotices notices;
    private final PlanService plans;
    private final CurrentPerson person;
    private final Days days;

    CampaignService(
            Campaigns campaigns,
            RequestLinks links,
            ProgressCount progress,
            CampaignNotices notices,
            PlanService plans,
            CurrentPerson person,
            Days days) {
        this.campaigns = campaigns;
        this.links = links;
        this.progress = progress;
        this.notices = notices;
        this.plans = plans;
        this.person = person;
        this.days = days;
    }

    /** Every period, the one that is due last first. */
    @Transactional(readOnly = true)
    @RolesAllowed({
        Roles.OFFICIAL,
        Roles.HEAD,
        Roles.ECONOMY,
        Roles.CURATOR,
        Roles.AKIM_OFFICE,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    public List<Campaign> all() {
        var today = days.today();
        return campaigns.findAllByOrderByDueDescNumberDesc().stream()
                .map(campaign -> campaign.on(today))
                .toList();
    }

    /** @throws ReportingRefusal NOT_FOUND */
    @Transactional(readOnly = true)
    @RolesAllowed({
        Roles.OFFICIAL,
        Roles.HEAD,
        Roles.ECONOMY,
        Roles.CURATOR,
        Roles.AKIM_OFFICE,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    public Campaign find(long number) {
        return campaigns.findByNumber(number).orElseThrow(() -> missing(number)).on(days.today());
    }

    /** How much a scope asks for now. */
    @RolesAllowed(Roles.ADMIN)
    public Extent extent(Scope scope) {
        var duties = scope.duties(plans.current().tree()).toList();
        var bodies = duties.stream().flatMap(duty -> duty.leader().stream()).distinct();
        return new Extent(duties.size(), (int) bodies.count());
    }

    /**
     * States a new period; where it is open already, the bodies are told at once.
     *
     * @throws ReportingRefusal naming the field that is missing or wrong
     */
    @RolesAllowed(Roles.ADMIN)
    public Campaign announce(CampaignCommand command) {
        CampaignRules.check(command, plans.current().tree());
        var campaign = new CampaignEntity(campaigns.nextNumber(), command);
        return save(campaign);
    }

    /**
     * States a period anew. One that has closed stays closed: whoever is late asks for an exception.
     *
     * @param seen what it was stated as when it was read to be changed; nobody's change in between is written over
     * @throws ReportingRefusal naming the field that is missing or wrong
     */
    @RolesAllowed(Roles.ADMIN)
    public Campaign change(Campaign seen, CampaignCommand command) {
        var number = seen.number();
        var campaign = campaigns.lockByNumber(number).orElseThrow(() -> missing(number));
        if (campaign.stateOn(days.today()) == CampaignState.CLOSED) {
            throw new ReportingRefusal(Reason.ALREADY_CLOSED);
        }
        if (!campaign.isStatedAs(seen)) {
            throw new ReportingRefusal(Reason.CHANGED_MEANWHILE);
        }
        CampaignRules.check(command, plans.current().tree());
        if (!Objects.equals(command.year(), campaign.year()) && links.existsByCampaignId(campaign.id())) {
            throw new ReportingRefusal(Reason.YEAR_IN_USE);
        }
        campaign.state(command);
        return save(campaign);
    }

    private Campaign save(CampaignEntity campaign) {
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, campaign.title());
        campaigns.save(campaign);
        notices.tell(campaign);
        return campaign.on(days.today());
    }

    /** How far each body has come; an official or a head sees the own body only. */
    @Transactional(readOnly = true)
    @RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.AKIM_OFFICE, Roles.AUDITOR, Roles.ADMIN})
    public List<BodyProgress> progress(long number) {
        var me = person.require();
        var campaign = campaigns.findByNumber(number).orElseThrow(() -> missing(number));
        return progress.of(campaign).stream()
                .filter(body -> seesAll(me) || body.body().equals(me.body()))
                .toList();
    }

    private static boolean seesAll(Person me) {
        return me.readsEverything() || me.is(Role.ADMIN);
    }

    private static ReportingRefusal missing(long number) {
        return new ReportingRefusal(Reason.NOT_FOUND, String.valueOf(number));
    }
}
