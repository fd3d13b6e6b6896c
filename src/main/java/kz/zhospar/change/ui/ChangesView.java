package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.change.RequestPage;
import kz.zhospar.change.RequestQuery;
import kz.zhospar.change.RequestQuery.Scope;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.ReviewService;
import kz.zhospar.change.Risk;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;

/** The change requests that one may see, the last edited first; the filter is in the address. */
@Route("changes")
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
class ChangesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RequestService requests;
    private final ReviewService reviews;
    private final PlanService plans;
    private final PlanTree plan;

    private final Select<Scope> scope = new Select<>();
    private final Select<RequestState> state = new Select<>();
    private final Select<String> body = new Select<>();
    private final TextField text = new TextField(t("change.filter.text"));
    private final Div results = new Div();
    private final Set<Long> picked = new LinkedHashSet<>();
    private final Button approve = Buttons.once("", this::approvePicked);

    private boolean filling;
    private boolean atFirstPage = true;

    ChangesView(RequestService requests, ReviewService reviews, PlanService plans, Signals signals) {
        this.requests = requests;
        this.reviews = reviews;
        this.plans = plans;
        this.plan = plans.current().tree();
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        choices();
        Follow.topic(this, signals, RequestService.TOPIC, _ -> listAnew());
        add(Ui.div("z-page-head", Ui.div("", new H1(t("change.list")), lead())), filters(), results);
    }

    private static Component lead() {
        var lead = new Paragraph(t("change.list.lead"));
        lead.addClassName("z-lead");
        return lead;
    }

    private void choices() {
        offer(scope, "change.filter.scope", "change.filter.all", one -> t("change.scope." + one));
        scope.setItems(Scope.values());
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
        filling = true;
        fill(RequestFilter.of(event.getLocation().getQueryParameters()));
        filling = false;
        list();
    }

    private void fill(RequestQuery query) {
        var asked = plan.body(Objects.requireNonNullElse(query.body(), "")).map(Body::key);
        body.setItems(Stream.concat(requests.bodies().stream(), asked.stream())
                .distinct()
                .sorted(Comparator.comparing(key -> Signatures.body(plan, key)))
                .toList());
        scope.setValue(query.scope());
        state.setValue(query.state());
        body.setValue(asked.orElse(null));
        text.setValue(query.text());
    }

    private RequestQuery query() {
        return new RequestQuery(scope.getValue(), state.getValue(), body.getValue(), text.getValue());
    }

    private void filtered() {
        if (!filling) {
            var address = new Location("changes", RequestFilter.parameters(query()));
            UI.getCurrent().getPage().getHistory().replaceState(null, address);
            list();
        }
    }

    /** What others do appears by itself, unless the reader has picked something or gone down the list. */
    private void listAnew() {
        if (picked.isEmpty() && atFirstPage) {
            list();
        }
    }

    private void list() {
        picked.clear();
        atFirstPage = true;
        results.removeAll();
        var query = query();
        var first = requests.page(query, 0);
        if (first.rows().isEmpty()) {
            var none = query.equals(RequestQuery.ALL) ? t("change.list.empty") : t("change.list.none");
            results.add(Ui.div("z-card z-empty", Ui.span("", none)));
            return;
        }
        if (query.scope() == Scope.AWAITING && first.rows().stream().anyMatch(ChangesView::isPickable)) {
            results.add(batch());
        }
        var rows = new UnorderedList();
        rows.addClassNames("z-card", "z-requests");
        results.add(rows);
        show(query, first, 0, rows);
    }

    private void show(RequestQuery query, RequestPage page, int index, UnorderedList rows) {
        page.rows().forEach(request -> rows.add(row(query, request)));
        var shown = rows.getComponentCount();
        if (shown >= page.total() || page.rows().isEmpty()) {
            return;
        }
        var more = Ui.div("z-list-more");
        more.add(
                Buttons.once(t("change.list.more"), () -> {
                    results.remove(more);
                    atFirstPage = false;
                    show(query, requests.page(query, index + 1), index + 1, rows);
                }),
                Ui.span("z-soft z-small", t("request.list.shown", shown, page.total())));
        results.add(more);
    }

    private RequestRow row(RequestQuery query, RequestSummary request) {
        var row = new RequestRow(plan, request);
        return query.scope() == Scope.AWAITING && isPickable(request) ? row.with(pick(request.number())) : row;
    }

    /** Only what merely puts something more exactly is approved without opening it. */
    private static boolean isPickable(RequestSummary request) {
        return request.risk() == Risk.LOW;
    }

    private Checkbox pick(long number) {
        var pick = new Checkbox();
        pick.setAriaLabel(t("request.pick", String.valueOf(number)));
        pick.addValueChangeListener(event -> {
            if (event.getValue()) {
                picked.add(number);
            } else {
                picked.remove(number);
            }
            recount();
        });
        return pick;
    }

    private Component batch() {
        recount();
        return Ui.div("z-batch", approve, Ui.span("z-soft z-small", t("request.batch.help")));
    }

    private void recount() {
        approve.setText(t("request.batch", picked.size()));
        approve.setEnabled(!picked.isEmpty());
    }

    private void approvePicked() {
        new BatchDialog(List.copyOf(picked), requests, reviews, plans.current(), this::list).open();
    }

    @Override
    public String getPageTitle() {
        return t("change.list.page-title");
    }
}
