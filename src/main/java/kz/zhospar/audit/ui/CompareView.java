package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import kz.zhospar.audit.ComparisonFilter;
import kz.zhospar.audit.ComparisonQuery;
import kz.zhospar.audit.ComparisonRefusal;
import kz.zhospar.audit.ComparisonRefusal.Reason;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.audit.ComparisonWords;
import kz.zhospar.audit.PlanComparison;
import kz.zhospar.change.Refusal;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import org.springframework.security.access.AccessDeniedException;

/** Two states of the plan side by side, or a request beside the plan; what is compared and shown is in the address. */
@Route("audit/compare")
@PermitAll
class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "audit/compare";

    private final ComparisonService comparisons;
    private final Div content = Ui.div("z-compare");
    private final ComparisonForm form;

    private ComparisonQuery query = ComparisonQuery.LAST_CHANGE;

    CompareView(ComparisonService comparisons) {
        this.comparisons = comparisons;
        form = new ComparisonForm(comparisons.starts(), CompareView::navigate);
        var lead = new Paragraph(t("compare.lead"));
        lead.addClassName("z-lead");
        add(Ui.div("z-page-head", Ui.div("", new H1(t("compare.title")), lead)), form, content);
    }

    /** The address of a comparison. */
    static String address(ComparisonQuery query) {
        return ADDRESS + "?" + QueryParameters.simple(query.parameters()).getQueryString();
    }

    private static void navigate(ComparisonQuery asked) {
        UI.getCurrent().navigate(ADDRESS, QueryParameters.simple(asked.parameters()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        query = ComparisonQuery.of(name -> asked.getSingleParameter(name).orElse(null));
        form.show(query);
        content.removeAll();
        try {
            show(query.ask(comparisons));
        } catch (ComparisonRefusal refusal) {
            content.add(refused(refusal));
        } catch (Refusal | AccessDeniedException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private Component refused(ComparisonRefusal refusal) {
        var alert =
                Ui.div("z-alert bad", new Paragraph(t("compare.refused." + refusal.reason(), asked(refusal.asked()))));
        alert.getElement().setAttribute("role", "alert");
        if (refusal.reason() == Reason.LATER_FIRST) {
            alert.add(new Button(
                    t("compare.form.swap"),
                    _ -> navigate(
                            ComparisonQuery.between(query.to(), query.from()).with(query.filter()))));
        }
        return alert;
    }

    /** A day as the reader writes it; anything else as it came. */
    private static String asked(String asked) {
        return asked.matches("\\d{4}-\\d{2}-\\d{2}") ? Ui.formats().day(LocalDate.parse(asked)) : asked;
    }

    private void show(PlanComparison comparison) {
        var words = new ComparisonWords(Texts.language(), comparison);
        var sides = Ui.div(
                "z-compare-sides",
                Ui.span("", t("compare.from", words.side(comparison.from()))),
                Ui.span("", t("compare.to", words.side(comparison.to()))));
        if (query.request() != null) {
            sides.add(RevisionWords.request(Long.parseLong(query.request())));
        }
        content.add(sides);
        if (comparison.conflicts() > 0) {
            content.add(Ui.div("z-alert wait", new Paragraph(t("compare.conflicts", comparison.conflicts()))));
        }
        if (comparison.changes().isEmpty()) {
            var nothing = comparison.proposal() == null ? "compare.none" : "compare.none.request";
            content.add(Ui.div("z-empty", Ui.span("", t(nothing))));
            return;
        }
        var results = new Div();
        var bar = new ComparisonFilterBar(comparison, query.filter(), filter -> filtered(comparison, filter, results));
        content.add(bar, results);
        fill(results, comparison, query.filter());
    }

    private void filtered(PlanComparison comparison, ComparisonFilter filter, Div results) {
        query = query.with(filter);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(ADDRESS, QueryParameters.simple(query.parameters())));
        fill(results, comparison, filter);
    }

    private void fill(Div results, PlanComparison all, ComparisonFilter filter) {
        var shown = all.filtered(filter);
        results.removeAll();
        var count = Ui.span(
                "z-compare-count",
                filter.isEmpty()
                        ? t("compare.count", all.changes().size())
                        : t(
                                "compare.shown",
                                shown.changes().size(),
                                all.changes().size()));
        count.getElement().setAttribute("role", "status");
        results.add(Ui.div("z-compare-bar", count, exports()));
        if (shown.changes().isEmpty()) {
            results.add(Ui.div("z-empty", Ui.span("", t("compare.none.filter"))));
            return;
        }
        results.add(new ComparisonTotalsPart(shown), new ComparisonGroups(shown));
    }

    private Component exports() {
        return Ui.div(
                "z-compare-exports",
                export("documents/comparison.xlsx", t("compare.export.book")),
                export("documents/comparison.docx", t("compare.export.table")));
    }

    private Anchor export(String address, String text) {
        var parameters = new LinkedHashMap<>(query.parameters());
        parameters.put("language", Texts.language().code());
        return Ui.download(address + "?" + QueryParameters.simple(parameters).getQueryString(), text);
    }

    @Override
    public String getPageTitle() {
        return t("compare.page-title");
    }
}
