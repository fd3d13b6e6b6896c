package kz.zhospar.audit.ui;

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
import java.util.List;
import java.util.Objects;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.LogEntry;
import kz.zhospar.audit.SavedQueryService;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionFilter;
import org.jspecify.annotations.Nullable;

/** The log of everything that was changed, the newest first; the filter is in the address. */
@Route("audit")
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final HistoryService history;
    private final PlanSnapshot plan;
    private final boolean everything;

    private final TextField person = new TextField(t("audit.filter.person"));
    private final TextField text = new TextField(t("audit.filter.text"));
    private final ObjectField object;
    private final Select<String> body = new Select<>();
    private final Select<LogFilter.Kinds> kinds = new Select<>();
    private final TextField request = new TextField(t("audit.filter.request"));
    private final DayField from = new DayField(t("audit.filter.from"));
    private final DayField until = new DayField(t("audit.filter.until"));
    private final OrderedList rows = new OrderedList();
    private final Div rest = new Div();

    private boolean filling;
    private @Nullable Long revision;

    AuditView(HistoryService history, SavedQueryService queries) {
        this.history = history;
        this.plan = history.plan();
        this.everything = history.mayReadEverything();
        this.object = new ObjectField(plan);
        rows.addClassName("z-log");
        choices();
        var saved = new SavedQueryBar(queries, () -> filter().parameters().getQueryString());
        add(
                Ui.div("z-page-head", Ui.div("", new H1(t("audit.log")), lead()), compare()),
                saved,
                filters(saved.keep()),
                columns(),
                rows,
                rest);
    }

    private static Component compare() {
        var compare = Ui.link(CompareView.ADDRESS, t("compare.link"));
        compare.addClassName("z-button");
        return compare;
    }

    private Component lead() {
        var lead = new Paragraph(t(everything ? "audit.log.lead" : "audit.log.own"));
        lead.addClassName("z-lead");
        return lead;
    }

    private void choices() {
        body.setLabel(t("audit.filter.body"));
        body.setItems(plan.tree().bodies().stream().map(Body::key).toList());
        body.setItemLabelGenerator(
                one -> one == null ? t("audit.filter.all-bodies") : Signatures.body(plan.tree(), one));
        body.setEmptySelectionAllowed(true);
        body.setEmptySelectionCaption(t("audit.filter.all-bodies"));
        body.setVisible(everything);
        kinds.setLabel(t("audit.filter.kind"));
        kinds.setItems(LogFilter.Kinds.values());
        kinds.setItemLabelGenerator(AuditView::words);
        request.setAllowedCharPattern("[0-9]");
        for (var field : List.of(person, text, request)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(_ -> filtered());
        }
        object.addValueChangeListener(_ -> filtered());
        body.addValueChangeListener(_ -> filtered());
        kinds.addValueChangeListener(_ -> filtered());
        from.addValueChangeListener(_ -> filtered());
        until.addValueChangeListener(_ -> filtered());
    }

    private static String words(LogFilter.Kinds kinds) {
        return switch (kinds) {
            case BUT_DRAFTS -> t("audit.filter.but-drafts");
            case ALL -> t("audit.filter.all");
            default -> t("audit.kind." + kinds);
        };
    }

    private Component filters(Button keep) {
        var filters = Ui.div("z-filters", object, person, body, kinds, text, request, from, until, keep);
        filters.getElement().setAttribute("role", "search");
        Ui.describe(filters, t("audit.filter"));
        return filters;
    }

    private static Component columns() {
        var columns = Ui.div(
                "z-log-columns z-log-head",
                Ui.span("", t("audit.column.number")),
                Ui.span("", t("audit.column.at")),
                Ui.span("", t("audit.column.who")),
                Ui.span("", t("audit.column.kind")),
                Ui.span("", t("audit.column.request")),
                Ui.span("", t("audit.column.reason")));
        columns.getElement().setAttribute("aria-hidden", "true");
        return columns;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filling = true;
        fill(LogFilter.of(event.getLocation().getQueryParameters()));
        filling = false;
        list();
    }

    private void fill(LogFilter filter) {
        revision = filter.revision();
        person.setValue(filter.person());
        object.choose(filter.object());
        text.setValue(filter.text());
        body.setValue(plan.tree()
                .body(Objects.requireNonNullElse(filter.body(), ""))
                .map(Body::key)
                .orElse(null));
        kinds.setValue(filter.kinds());
        request.setValue(filter.request() == null ? "" : String.valueOf(filter.request()));
        from.setValue(filter.from());
        until.setValue(filter.until());
    }

    private LogFilter filter() {
        return new LogFilter(
                text.getValue(),
                person.getValue(),
                object.getValue(),
                revision,
                body.getValue(),
                kinds.getValue(),
                LogFilter.number(request.getValue()),
                from.getValue(),
                until.getValue());
    }

    private void filtered() {
        if (!filling) {
            // Whoever sets a filter has seen the one revision that the address named.
            revision = null;
            UI.getCurrent().getPage().getHistory().replaceState(null, new Location("audit", filter().parameters()));
            list();
        }
    }

    private void list() {
        rows.removeAll();
        append(filter().toRevisions());
        if (rows.getComponentCount() == 0) {
            rest.add(Ui.div("z-empty", Ui.span("", t("audit.log.none"))));
        }
    }

    /** One more than a page is read to know whether there is another. */
    private void append(RevisionFilter filter) {
        rest.removeAll();
        var found = history.entries(filter, object.getValue(), PAGE + 1);
        found.stream().limit(PAGE).forEach(entry -> rows.add(row(entry)));
        if (found.size() > PAGE) {
            var last = found.get(PAGE - 1).revision().number();
            rest.add(new Button(t("audit.log.more"), _ -> append(filter.before(last))));
        }
    }

    private LogRow row(LogEntry entry) {
        var row = new LogRow(plan, entry, history::revision);
        if (Objects.equals(revision, entry.revision().number())) {
            row.open();
        }
        return row;
    }

    @Override
    public String getPageTitle() {
        return t("audit.log.page-title");
    }
}
