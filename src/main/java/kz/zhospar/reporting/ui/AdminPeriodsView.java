package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.Campaign;
import kz.zhospar.reporting.CampaignService;
import kz.zhospar.reporting.CampaignState;

/** Where the administrator states reporting periods. */
@Route("admin/periods")
@RolesAllowed(Roles.ADMIN)
class AdminPeriodsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ADDRESS = "admin/periods";
    private static final String EDIT = "edit";
    private static final String NEW = "new";

    private final CampaignService campaigns;
    private final PlanService plans;

    AdminPeriodsView(CampaignService campaigns, PlanService plans) {
        this.campaigns = campaigns;
        this.plans = plans;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters asked) {
        var all = campaigns.all();
        var edited = asked.getSingleParameter(EDIT).orElse("");
        add(head());
        all.stream()
                .filter(campaign -> String.valueOf(campaign.number()).equals(edited))
                .filter(campaign -> campaign.state() != CampaignState.CLOSED)
                .findFirst()
                .ifPresent(campaign -> add(new CampaignForm(campaigns, plans, campaign, AdminPeriodsView::back)));
        if (asked.getSingleParameter(NEW).isPresent()) {
            add(new CampaignForm(campaigns, plans, null, AdminPeriodsView::back));
        }
        add(
                all.isEmpty()
                        ? Ui.div("z-card z-empty", new Paragraph(t("reporting.admin.none")))
                        : new PeriodList(all, this::item));
    }

    private static void back() {
        UI.getCurrent().navigate(ADDRESS);
    }

    private static Div head() {
        var link = Ui.link(ADDRESS + "?" + NEW + "=1", t("reporting.admin.new"));
        link.addClassName("z-button");
        var lead = new Paragraph(t("reporting.admin.lead"));
        lead.addClassName("z-lead");
        var words = Ui.div(
                "", ReportingWords.crumbs(Ui.link("admin", t("shell.admin"))), new H1(t("reporting.periods")), lead);
        return Ui.div("z-page-head", words, link);
    }

    private ListItem item(Campaign campaign) {
        var size = campaigns.extent(campaign.scope());
        var what = Ui.div(
                "rp-period",
                Ui.div("", Ui.span("rp-title", campaign.title()), ReportingWords.state(campaign.state())),
                Ui.span("z-soft z-small", ReportingWords.days(campaign)),
                Ui.span(
                        "z-soft z-small",
                        t(
                                "reporting.admin.asks",
                                String.valueOf(campaign.year()),
                                t("reporting.admin.extent", size.rows(), size.bodies()))));
        var actions = Ui.div("z-actions");
        if (campaign.state() != CampaignState.CLOSED) {
            actions.add(button(ADDRESS + "?" + EDIT + "=" + campaign.number(), "reporting.admin.change", campaign));
        }
        actions.add(button(
                "periods?" + PeriodsView.PROGRESS + "=" + campaign.number(), "reporting.periods.progress", campaign));
        return new ListItem(what, actions);
    }

    private static Anchor button(String address, String key, Campaign campaign) {
        var link = Ui.link(address, t(key));
        link.addClassName("z-button");
        Ui.describe(link, t("reporting.admin.of", t(key), campaign.title()));
        return link;
    }

    @Override
    public String getPageTitle() {
        return t("reporting.page-title");
    }
}
