package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.change.ui.RequestWords;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.Campaign;
import kz.zhospar.reporting.CampaignService;
import kz.zhospar.reporting.ExceptionRecord;
import kz.zhospar.reporting.ExceptionService;
import kz.zhospar.reporting.Report;
import kz.zhospar.reporting.ReportService;
import kz.zhospar.reporting.ReportingRefusal;

/** One reporting period as a body sees it: its rows on one page, what has become of them, and what it can do now. */
@Route("periods/:number")
@PermitAll
class PeriodView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String MISSING = "missing";

    private final CampaignService campaigns;
    private final ReportService reports;
    private final ExceptionService exceptions;
    private final RequestService requests;
    private final PlanService plans;
    private final Person person;
    private String title = t("reporting.periods");
    private boolean onlyMissing;

    PeriodView(
            CampaignService campaigns,
            ReportService reports,
            ExceptionService exceptions,
            RequestService requests,
            PlanService plans,
            CurrentPerson current) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.exceptions = exceptions;
        this.requests = requests;
        this.plans = plans;
        this.person = current.require();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        onlyMissing = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(MISSING)
                .isPresent();
        removeAll();
        var number = event.getRouteParameters().get("number").orElse("");
        find(number).ifPresentOrElse(this::show, () -> add(notFound(number)));
    }

    private Optional<Campaign> find(String number) {
        try {
            return Optional.of(campaigns.find(Long.parseLong(number)));
        } catch (NumberFormatException | ReportingRefusal e) {
            return Optional.empty();
        }
    }

    private static Div notFound(String number) {
        var part = Ui.div(
                "z-card z-error",
                new H1(t("reporting.not-found")),
                new Paragraph(t("reporting.refusal.NOT_FOUND", number)),
                Ui.link("periods", t("reporting.not-found.back")));
        part.getElement().setAttribute("role", "alert");
        return part;
    }

    private void show(Campaign campaign) {
        title = campaign.title();
        removeAll();
        add(head(campaign));
        if (!person.isWriter()) {
            add(Ui.div("z-card", new Paragraph(t("reporting.no-rows.reader"))));
            return;
        }
        var report = reports.rows(campaign.number());
        if (report.rows().isEmpty()) {
            add(Ui.div("z-card z-empty", new Paragraph(t("reporting.no-rows"))));
            return;
        }
        request(report);
        entry(report);
        add(new FactSheet(reports, plans, report, onlyMissing, person.account(), this::filter, () -> show(campaign)));
    }

    private Component head(Campaign campaign) {
        var lead = new Paragraph(t(
                "reporting.lead",
                String.valueOf(campaign.year()),
                ReportingWords.days(campaign),
                Ui.formats().number(campaign.threshold())));
        lead.addClassName("z-lead");
        var heading = new H1(campaign.title());
        var head = Ui.div(
                "z-page-head",
                Ui.div(
                        "",
                        ReportingWords.crumbs(Ui.link("periods", t("reporting.periods"))),
                        Ui.div("rp-heading", heading, ReportingWords.state(campaign.state())),
                        lead));
        if (PeriodsView.sees(person)) {
            var link = Ui.link(
                    "periods?" + PeriodsView.PROGRESS + "=" + campaign.number(), t("reporting.periods.progress"));
            link.addClassName("z-button");
            head.add(link);
        }
        return head;
    }

    private void filter(boolean only) {
        getUI().or(() -> Optional.ofNullable(UI.getCurrent()))
                .ifPresent(ui -> ui.navigate(
                        ui.getInternals().getActiveViewLocation().getPath(),
                        only ? QueryParameters.simple(Map.of(MISSING, "1")) : QueryParameters.empty()));
    }

    /** The request that the rows are in, and why it came back if it did. */
    private void request(Report report) {
        var request = report.request();
        if (request == null) {
            return;
        }
        var number = String.valueOf(request.number());
        var line = Ui.div(
                "rp-request",
                Ui.link("changes/" + number, RequestWords.name(request)),
                RequestWords.state(request.state()));
        if (request.step() != null) {
            line.add(Ui.span("z-soft z-small", t("reporting.decides", t("change.step." + request.step()))));
        }
        add(line);
        if (request.state() == RequestState.RETURNED) {
            add(returned(request));
        }
    }

    private Div returned(RequestSummary request) {
        var decisions = requests.decisions(List.of(request.number())).getOrDefault(request.number(), List.of());
        var part = Ui.div("z-alert wait", new Paragraph(t("reporting.returned")));
        if (!decisions.isEmpty()) {
            part.add(Ui.span("z-prose", decisions.getLast().reason()));
        }
        return part;
    }

    /** Why facts cannot be entered now, and what can be done about it. */
    private void entry(Report report) {
        switch (report.entry()) {
            case OPEN -> late(report);
            case NOT_YET ->
                add(alert(t(
                        "reporting.refusal.NOT_OPEN_YET",
                        Ui.formats().day(report.campaign().opens()))));
            case UNDER_REVIEW -> add(alert(t("reporting.under-review")));
            case COLLEAGUE -> add(colleague(report));
            case CLOSED -> add(closed(report));
        }
    }

    private static Div alert(String text) {
        return Ui.div("z-alert", new Span(text));
    }

    private void late(Report report) {
        exception(report)
                .filter(ExceptionRecord::running)
                .ifPresent(one ->
                        add(alert(t("reporting.exception.running", Ui.formats().day(one.until())))));
    }

    private Div colleague(Report report) {
        var author = Objects.requireNonNull(report.request()).writer();
        var part = Ui.div("z-alert wait", new Paragraph(t("reporting.colleague", author)));
        part.add(Buttons.once(t("reporting.take-over"), () -> takeOver(report)));
        return part;
    }

    private void takeOver(Report report) {
        try {
            reports.takeOver(report.campaign().number());
            show(report.campaign());
        } catch (RuntimeException e) {
            Ui.warn(ReportingWords.message(e, plans.current()).orElseThrow(() -> e));
        }
    }

    private Div closed(Report report) {
        var part = Ui.div(
                "z-alert",
                new Paragraph(
                        t("reporting.closed", Ui.formats().day(report.campaign().closes()))));
        var last = exception(report);
        last.ifPresent(one -> part.add(ExceptionsPart.state(one), ExceptionsPart.text(one)));
        var waits =
                last.filter(one -> one.state() == ExceptionRecord.State.ASKED).isPresent();
        if (!waits && (person.is(Role.OFFICIAL) || person.is(Role.HEAD))) {
            part.add(Buttons.once(t("reporting.exception.ask"), () -> ask(report.campaign())));
        }
        return part;
    }

    private Optional<ExceptionRecord> exception(Report report) {
        return exceptions.all().stream()
                .filter(one -> one.campaign() == report.campaign().number())
                .filter(one -> one.body().equals(report.body()))
                .findFirst();
    }

    private void ask(Campaign campaign) {
        new ReasonDialog(
                        t("reporting.exception.ask"),
                        t("reporting.exception.ask.consequence"),
                        true,
                        plans,
                        (reason, until) -> {
                            exceptions.ask(campaign.number(), reason, until);
                            show(campaign);
                        })
                .open();
    }

    @Override
    public String getPageTitle() {
        return t("reporting.period.page-title", title);
    }
}
