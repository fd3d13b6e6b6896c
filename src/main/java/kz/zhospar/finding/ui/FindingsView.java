package kz.zhospar.finding.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kz.zhospar.audit.ui.ObjectKey;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.finding.FindingFilter;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** The findings that the reader may see; the filter is in the address. */
@Route("audit/findings")
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
class FindingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private enum Shown {
        RUNNING(false),
        OVER(true),
        ALL(null);

        private final @Nullable Boolean over;

        Shown(@Nullable Boolean over) {
            this.over = over;
        }

        String address() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final FindingService findings;
    private final PlanSnapshot plan;
    private final Select<Shown> shown = new Select<>();
    private final Select<String> body = new Select<>();
    private final Select<Severity> severity = new Select<>();
    private final FindingTools tools;
    private final Div about = new Div();
    private final Div results = new Div();
    private boolean filling;

    FindingsView(FindingService findings, FindingTools tools, PlanService plans, CurrentPerson person) {
        this.findings = findings;
        this.tools = tools;
        this.plan = plans.current();
        choices(person.require().readsEverything());
        var lead = new Paragraph(t("finding.findings.lead"));
        lead.addClassName("z-lead");
        add(Ui.div("z-page-head", Ui.div("", new H1(t("finding.findings")), lead)), about, filters(), results);
    }

    private void choices(boolean everything) {
        shown.setLabel(t("finding.filter.state"));
        shown.setItems(Shown.values());
        shown.setItemLabelGenerator(one -> t("finding.filter." + one.address()));
        shown.addValueChangeListener(_ -> filtered());
        body.setLabel(t("finding.filter.body"));
        body.setItems(plan.tree().bodies().stream().map(Body::key).toList());
        body.setItemLabelGenerator(
                one -> one == null ? t("finding.filter.all-bodies") : Signatures.body(plan.tree(), one));
        body.setEmptySelectionAllowed(true);
        body.setEmptySelectionCaption(t("finding.filter.all-bodies"));
        body.setVisible(everything);
        body.addValueChangeListener(_ -> filtered());
        severity.setLabel(t("finding.filter.severity"));
        severity.setItems(Severity.values());
        severity.setItemLabelGenerator(
                one -> one == null ? t("finding.filter.all-severities") : t("finding.severity." + one));
        severity.setEmptySelectionAllowed(true);
        severity.setEmptySelectionCaption(t("finding.filter.all-severities"));
        severity.addValueChangeListener(_ -> filtered());
    }

    private Div filters() {
        var filters = Ui.div("z-filters", shown, body, severity);
        filters.getElement().setAttribute("role", "search");
        Ui.describe(filters, t("finding.filter"));
        return filters;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        filling = true;
        shown.setValue(choice(Shown.values(), Shown::address, asked, "state").orElse(Shown.RUNNING));
        body.setValue(asked.getSingleParameter("body")
                .flatMap(key -> plan.tree().body(key))
                .map(Body::key)
                .orElse(null));
        severity.setValue(choice(Severity.values(), FindingsView::address, asked, "severity")
                .orElse(null));
        filling = false;
        about.removeAll();
        subject(asked).ifPresent(this::show);
        list();
    }

    /** What the address asks about in particular: an item or value of the plan, or a revision. */
    private static Optional<Subject> subject(QueryParameters asked) {
        var field = asked.getSingleParameter("field").flatMap(ObjectKey::parseField);
        Optional<Subject> value = asked.getSingleParameter("object")
                .flatMap(ObjectKey::parse)
                .map(ref -> new Subject.OfValue(ref, field.orElse(null)));
        return value.or(() -> asked.getSingleParameter("revision")
                .filter(number -> number.matches("[1-9]\\d{0,17}"))
                .map(number -> new Subject.OfRevision(Long.parseLong(number))));
    }

    private void show(Subject subject) {
        var part = tools.on(subject, null);
        about.add(new H2(FindingWords.subject(subject, plan)));
        about.add(part.<Component>map(found -> found)
                .orElseGet(() -> Ui.div("z-card z-empty", Ui.span("", t("finding.on-this.none")))));
    }

    private static <T> Optional<T> choice(T[] values, Function<T, String> address, QueryParameters asked, String name) {
        var text = asked.getSingleParameter(name).orElse("");
        return Arrays.stream(values)
                .filter(one -> address.apply(one).equals(text))
                .findFirst();
    }

    private static String address(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private void filtered() {
        if (filling) {
            return;
        }
        var parameters = new LinkedHashMap<String, String>();
        if (shown.getValue() != Shown.RUNNING) {
            parameters.put("state", shown.getValue().address());
        }
        if (body.getValue() != null) {
            parameters.put("body", body.getValue());
        }
        if (severity.getValue() != null) {
            parameters.put("severity", address(severity.getValue()));
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("audit/findings", QueryParameters.simple(parameters)));
        list();
    }

    private void list() {
        results.removeAll();
        var found = findings.list(new FindingFilter(shown.getValue().over, body.getValue(), severity.getValue()));
        if (found.isEmpty()) {
            results.add(Ui.div("z-card z-empty", Ui.span("", t("finding.findings.none"))));
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("z-card", "fd-list");
        found.forEach(finding -> list.add(new FindingItem(finding, plan)));
        results.add(list);
    }

    @Override
    public String getPageTitle() {
        return t("finding.page-title");
    }
}
