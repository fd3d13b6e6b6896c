package kz.zhospar.access.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.access.AccessFilter;
import kz.zhospar.access.AccessKind;
import kz.zhospar.access.AccessService;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;

/** Who came in, who was turned away, what was taken along, the newest first; the filter is in the address. */
@Route(AccessView.ADDRESS)
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
class AccessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "audit/access";

    private static final int PAGE = 50;

    private final AccessService access;
    private final PlanTree plan;
    private final TextField person = new TextField(t("access.filter.person"));
    private final Select<AccessKind> kind = new Select<>();
    private final DayField from = new DayField(t("access.filter.from"));
    private final DayField until = new DayField(t("access.filter.until"));
    private final OrderedList rows = new OrderedList();
    private final Div rest = new Div();

    private boolean filling;

    AccessView(AccessService access, PlanService plans, CurrentPerson current) {
        this.access = access;
        this.plan = plans.current().tree();
        rows.addClassNames("z-log", "z-access");
        choices();
        add(Ui.div("z-page-head", title(current)), filters(), columns(), rows, rest);
    }

    private static Component title(CurrentPerson current) {
        var lead = new Paragraph(t("access.lead"));
        lead.addClassName("z-lead");
        var title = Ui.div("", new H1(t("access.title")), lead);
        if (!current.require().is(Role.AUDITOR)) {
            // Auditors come from the navigation above the screens of the audit.
            title.addComponentAsFirst(Ui.div("z-crumbs", Ui.link("admin", t("shell.admin"))));
        }
        return title;
    }

    private void choices() {
        person.setClearButtonVisible(true);
        person.setValueChangeMode(ValueChangeMode.LAZY);
        person.addValueChangeListener(_ -> filtered());
        kind.setLabel(t("access.filter.kind"));
        kind.setItems(AccessKind.values());
        kind.setItemLabelGenerator(one -> one == null ? t("access.filter.all") : t("access.kind." + one));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(t("access.filter.all"));
        kind.addValueChangeListener(_ -> filtered());
        from.addValueChangeListener(_ -> filtered());
        until.addValueChangeListener(_ -> filtered());
    }

    private Component filters() {
        var filters = Ui.div("z-filters", person, kind, from, until);
        filters.getElement().setAttribute("role", "search");
        Ui.describe(filters, t("access.filter"));
        return filters;
    }

    private static Component columns() {
        var columns = Ui.div(
                "z-access-columns z-log-head",
                Ui.span("", t("access.column.at")),
                Ui.span("", t("access.column.kind")),
                Ui.span("", t("access.column.who")),
                Ui.span("", t("access.column.object")),
                Ui.span("", t("access.column.origin")));
        columns.getElement().setAttribute("aria-hidden", "true");
        return columns;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = AccessAddress.of(event.getLocation().getQueryParameters());
        filling = true;
        person.setValue(asked.person());
        kind.setValue(asked.kind());
        from.setValue(asked.from());
        until.setValue(asked.until());
        filling = false;
        list();
    }

    private AccessAddress address() {
        return new AccessAddress(person.getValue(), kind.getValue(), from.getValue(), until.getValue());
    }

    private void filtered() {
        if (!filling) {
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, new Location(ADDRESS, address().parameters()));
            list();
        }
    }

    private void list() {
        rows.removeAll();
        append(address().toFilter());
        if (rows.getComponentCount() == 0) {
            rest.add(Ui.div("z-empty", Ui.span("", t("access.none"))));
        }
    }

    /** One more than a page is read to know whether there is another. */
    private void append(AccessFilter filter) {
        rest.removeAll();
        var found = access.find(filter, PAGE + 1);
        found.stream().limit(PAGE).forEach(event -> rows.add(new AccessRow(plan, event)));
        if (found.size() > PAGE) {
            var last = found.get(PAGE - 1).number();
            rest.add(new Button(t("access.more"), _ -> append(filter.before(last))));
        }
    }

    @Override
    public String getPageTitle() {
        return t("access.page-title");
    }
}
