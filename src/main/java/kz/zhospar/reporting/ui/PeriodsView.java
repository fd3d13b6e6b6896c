package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.Campaign;
import kz.zhospar.reporting.CampaignService;
import kz.zhospar.reporting.CampaignState;
import kz.zhospar.reporting.ExceptionService;
import kz.zhospar.reporting.ReportService;

/** Every reporting period with how far one has come, and for those who oversee how far everybody has. */
@Route("periods")
@PermitAll
class PeriodsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** The number of the period whose progress is shown. */
    static final String PROGRESS = "progress";

    private static final String SORT = "sort";

    private final CampaignService campaigns;
    private final ReportService reports;
    private final ExceptionService exceptions;
    private final PlanService plans;
    private final Person person;

    PeriodsView(
            CampaignService campaigns,
            ReportService reports,
            ExceptionService exceptions,
            PlanService plans,
            CurrentPerson current) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.exceptions = exceptions;
        this.plans = plans;
        this.person = current.require();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters asked) {
        removeAll();
        add(Ui.div("z-page-head", Ui.div("", new H1(t("reporting.periods")), lead())));
        var all = campaigns.all();
        if (all.isEmpty()) {
            add(Ui.div("z-card z-empty", new Paragraph(t("reporting.periods.none"))));
        } else {
            add(new PeriodList(all, this::item));
        }
        // What waits for the reader's decision is not to be looked for below the progress of all bodies.
        var asks = exceptions(asked);
        asks.filter(ExceptionsPart::waitsForMe).ifPresent(this::add);
        if (sees(person)) {
            chosen(all, asked).ifPresent(campaign -> add(progress(campaign, asked)));
        }
        asks.filter(part -> !part.waitsForMe()).ifPresent(this::add);
    }

    private Optional<ExceptionsPart> exceptions(QueryParameters asked) {
        return Optional.of(person)
                .filter(me -> me.isWriter() || sees(me))
                .map(_ -> new ExceptionsPart(exceptions, plans, () -> show(asked)))
                .filter(part -> !part.isEmpty());
    }

    private static Paragraph lead() {
        var lead = new Paragraph(t("reporting.periods.lead"));
        lead.addClassName("z-lead");
        return lead;
    }

    /** Whether the person sees the progress of every body. */
    static boolean sees(Person person) {
        return person.readsEverything() || person.is(Role.ADMIN);
    }

    private static Optional<Campaign> chosen(List<Campaign> all, QueryParameters asked) {
        var number = asked.getSingleParameter(PROGRESS);
        return number.isPresent()
                ? all.stream()
                        .filter(campaign -> String.valueOf(campaign.number()).equals(number.get()))
                        .findFirst()
                : all.stream()
                        .filter(campaign -> campaign.state().isRunning())
                        .findFirst()
                        .or(() -> all.stream()
                                .filter(campaign -> campaign.state() == CampaignState.CLOSED)
                                .findFirst());
    }

    private ListItem item(Campaign campaign) {
        var title = Ui.link(campaign.address(), campaign.title());
        title.addClassName("rp-title");
        var what = Ui.div(
                "rp-period",
                Ui.div("", title, ReportingWords.state(campaign.state())),
                Ui.span("z-soft z-small", ReportingWords.days(campaign)));
        var item = new ListItem(what);
        own(campaign).ifPresent(item::add);
        if (sees(person)) {
            var link = Ui.link("periods?" + PROGRESS + "=" + campaign.number(), t("reporting.periods.progress"));
            link.addClassName("z-button");
            item.add(link);
        }
        return item;
    }

    private Optional<Div> own(Campaign campaign) {
        if (!person.isWriter()) {
            return Optional.empty();
        }
        var own = reports.rows(campaign.number()).progress();
        return own.rows() == 0
                ? Optional.empty()
                : Optional.of(Ui.div(
                        "rp-own",
                        Ui.span("rp-own-count", t("reporting.filled", own.filled(), own.rows())),
                        new ProgressBar(own)));
    }

    private Section progress(Campaign campaign, QueryParameters asked) {
        var order = asked.getSingleParameter(SORT)
                .filter("body"::equals)
                .map(_ -> ProgressTable.Order.BODY)
                .orElse(ProgressTable.Order.MISSING);
        var table = new ProgressTable(
                plans.current().tree(),
                campaigns.progress(campaign.number()),
                order,
                by -> "periods?" + PROGRESS + "=" + campaign.number()
                        + (by == ProgressTable.Order.BODY ? "&" + SORT + "=body" : ""));
        var part = new Section(new H2(t("reporting.progress", campaign.title())), legend(), Ui.div("rp-scroll", table));
        part.addClassName("z-card");
        return part;
    }

    private static Div legend() {
        var legend = Ui.div("rp-legend z-small z-soft");
        legend.getElement().setAttribute("aria-hidden", "true");
        for (var key : List.of("approved", "review", "draft", "missing")) {
            legend.add(Ui.span(key, t("reporting.progress." + key)));
        }
        return legend;
    }

    @Override
    public String getPageTitle() {
        return t("reporting.page-title");
    }
}
