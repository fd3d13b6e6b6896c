package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;

/** The change requests that one may see, the last edited first; the filter is in the address. */
@Route("changes")
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
class ChangesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final RequestService requests;
    private final PlanTree plan;
    private final String account;

    private final Select<RequestFilter.Scope> scope = new Select<>();
    private final Select<RequestState> state = new Select<>();
    private final Select<String> body = new Select<>();
    private final TextField text = new TextField(t("change.filter.text"));
    private final Div results = new Div();

    private List<RequestSummary> all = List.of();
    private Set<Long> awaiting = Set.of();
    private boolean filling;

    ChangesView(RequestService requests, PlanService plans, CurrentPerson person) {
        this.requests = requests;
        this.plan = plans.current().tree();
        this.account = person.require().account();
        choices();
        add(Ui.div("z-page-head", Ui.div("", new H1(t("change.list")), lead())), filters(), results);
    }

    private static Component lead() {
        var lead = new Paragraph(t("change.list.lead"));
        lead.addClassName("z-lead");
        return lead;
    }

    private void choices() {
        offer(scope, "change.filter.scope", "change.filter.all", one -> t("change.scope." + one));
        scope.setItems(RequestFilter.Scope.values());
        offer(state, "change.filter.state", "change.filter.any", one -> t("change.state." + one));
        state.setItems(RequestState.values());
        offer(body, "change.filter.body", "change.filter.all-bodies", one -> Signatures.body(plan, one));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(_ -> filtered());
    }

    private <T> void offer(Select<T> select, String label, String none, ItemLabelGenerator<T> words) {
        select.setLabel(t(label));
        select.setItemLabelGenerator(one -> one == null ? t(none) : words.apply(one));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(t(none));
        select.addValueChangeListener(_ -> filtered());
    }

    private Component filters() {
        var filters = Ui.div("z-filters", scope, state, body, text);
        filters.getElement().setAttribute("role", "search");
        Ui.describe(filters, t("change.filter"));
        return filters;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        all = requests.all();
        awaiting = requests.awaitingMe().stream().map(RequestSummary::number).collect(Collectors.toSet());
        filling = true;
        fill(RequestFilter.of(event.getLocation().getQueryParameters()));
        filling = false;
        list(PAGE);
    }

    private void fill(RequestFilter filter) {
        var asked = plan.body(Objects.requireNonNullElse(filter.body(), "")).map(Body::key);
        body.setItems(Stream.concat(all.stream().map(RequestSummary::body), asked.stream())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(key -> Signatures.body(plan, key)))
                .toList());
        scope.setValue(filter.scope());
        state.setValue(filter.state());
        body.setValue(asked.orElse(null));
        text.setValue(filter.text());
    }

    private RequestFilter filter() {
        return new RequestFilter(scope.getValue(), state.getValue(), body.getValue(), text.getValue());
    }

    private void filtered() {
        if (!filling) {
            UI.getCurrent().getPage().getHistory().replaceState(null, new Location("changes", filter().parameters()));
            list(PAGE);
        }
    }

    private void list(int shown) {
        var filter = filter();
        var found = all.stream()
                .filter(request -> filter.lets(request, account, awaiting))
                .toList();
        results.removeAll();
        if (found.isEmpty()) {
            results.add(
                    Ui.div("z-card z-empty", Ui.span("", t(all.isEmpty() ? "change.list.empty" : "change.list.none"))));
            return;
        }
        var rows = new UnorderedList();
        rows.addClassNames("z-card", "z-requests");
        found.stream().limit(shown).forEach(request -> rows.add(new RequestRow(plan, request)));
        results.add(rows);
        if (found.size() > shown) {
            results.add(new Button(t("change.list.more"), _ -> list(shown + PAGE)));
        }
    }

    @Override
    public String getPageTitle() {
        return t("change.list.page-title");
    }
}
