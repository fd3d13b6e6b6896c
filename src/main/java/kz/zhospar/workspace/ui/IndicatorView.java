package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import java.util.Optional;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.audit.ui.HistoryPanel;
import kz.zhospar.audit.ui.PlanScreen;
import kz.zhospar.audit.ui.ShownPlan;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.plan.Provenance;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/** An indicator: a chart of plan and fact, every value with where it comes from, and the indicator's passport. */
@Route("plan/indicators/:number")
@PermitAll
class IndicatorView extends Div implements BeforeEnterObserver, HasDynamicTitle, PlanScreen {

    /** Asks for the revisions of all values, which are read from the audit. */
    private static final String REVISIONS = "revisions";

    private final PlanService plans;
    private final PlanArchive archive;
    private final HistoryService histories;
    private final CurrentPerson person;
    private String number = "";
    private ShownPlan plan;
    private QueryParameters asked = QueryParameters.empty();
    private Optional<Indicator> shown = Optional.empty();

    IndicatorView(
            PlanService plans, PlanArchive archive, HistoryService histories, CurrentPerson person, Signals signals) {
        this.plans = plans;
        this.archive = archive;
        this.plan = ShownPlan.inForce(plans);
        this.histories = histories;
        this.person = person;
        addClassName("ws-indicator-page");
        Follow.topic(this, signals, "plan", _ -> planMoved());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        asked = event.getLocation().getQueryParameters();
        plan = ShownPlan.enter(plans, archive, asked);
        show();
    }

    private void planMoved() {
        if (!find(number).equals(shown)) {
            show();
        }
    }

    private void show() {
        removeAll();
        shown = find(number);
        shown.ifPresentOrElse(
                indicator -> show(indicator, asked),
                () -> add(Parts.notFound(t("workspace.not-found.indicator", number))));
    }

    @Override
    public String getPageTitle() {
        return plan.titled(t("workspace.title.indicator", number));
    }

    @Override
    public ShownPlan shownPlan() {
        return plan;
    }

    private Optional<Indicator> find(String number) {
        return tree().indicators()
                .filter(indicator -> String.valueOf(indicator.number()).equals(number))
                .findFirst();
    }

    private PlanTree tree() {
        return plan.get().tree();
    }

    private void show(Indicator indicator, QueryParameters asked) {
        var goal = tree().goalOf(indicator.ref()).orElseThrow();
        add(head(goal, indicator));
        var chosen = Selection.of(indicator, asked);
        chosen.ifPresent(selection -> add(history(indicator, selection)));
        var revisions = asked.getSingleParameter(REVISIONS).isPresent() && mayReadHistory(indicator);
        for (var series : indicator.series()) {
            add(series(indicator, series, chosen, revisions));
        }
    }

    private Div head(Goal goal, Indicator indicator) {
        var title = new H1(
                indicator.isNamedByRows()
                        ? t("workspace.indicator.several", number)
                        : indicator.name().in(Texts.language()));
        title.getElement().insertChild(0, Ui.span("ws-number", number).getElement());
        var words = new Div(
                Parts.crumbs(
                        Ui.link(Addresses.plan(), t("workspace.crumbs.plan")),
                        Parts.crumb(Parts.directionOf(tree(), goal)),
                        Ui.link(
                                Addresses.goal(goal.number()),
                                t(
                                        "workspace.crumbs.goal",
                                        goal.number(),
                                        goal.title().in(Texts.language())))),
                title);
        var head = Ui.div("z-page-head", words);
        if (mayReadHistory(indicator)) {
            head.add(Ui.link(Addresses.revisions(indicator.number()), t("workspace.indicator.revisions")));
        }
        return head;
    }

    private Div series(Indicator indicator, Series series, Optional<Selection> chosen, boolean revisions) {
        var name = series.name().isBlank()
                ? indicator.name().in(Texts.language())
                : series.name().in(Texts.language());
        var part = Ui.div("z-card ws-series");
        if (indicator.series().size() > 1) {
            part.add(new H2(t("workspace.indicator.row", String.valueOf(series.row()), name)));
        }
        var picture = Ui.div("ws-picture");
        picture.add(
                PlanChart.canDraw(series)
                        ? new PlanChart(tree(), series, name)
                        : Ui.div("z-empty", new Paragraph(t("workspace.chart.none"))));
        Map<Field, Long> numbers = revisions ? LastRevisions.of(untilThen(histories.of(series.ref()))) : Map.of();
        part.add(
                Ui.div("ws-series-top", picture, new SeriesPassport(indicator, series)),
                new ValuesTable(
                        tree(),
                        indicator,
                        series,
                        chosen.filter(selection -> selection.series().equals(series))
                                .map(Selection::field),
                        numbers));
        return part;
    }

    /** A past value knows nothing of what came after it. */
    private List<HistoryEntry> untilThen(List<HistoryEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.revision().number() <= plan.get().revision())
                .toList();
    }

    private boolean mayReadHistory(Indicator indicator) {
        return HistoryAccess.of(person, histories, indicator.ref());
    }

    private Div history(Indicator indicator, Selection selection) {
        var cells = new YearCells(plan.get(), null);
        var place = cells.label(selection.series().ref());
        var words = new PlanWords(Texts.language(), plan.get());
        var value = plan.get()
                .find(selection.series().ref())
                .flatMap(item -> item.value(selection.field()))
                .orElse(null);
        var part = Ui.div(
                "z-card ws-value",
                new H2(t("workspace.value.title", place, words.field(selection.field()))),
                Ui.span("ws-value-shown z-number", words.value(value)),
                Ui.span("z-soft", selection.series().unit().in(Texts.language())));
        var provenance = selection.provenance();
        if (provenance != null) {
            part.add(Ui.div("ws-provenance", new Span(PlanWords.provenance(Texts.language(), provenance))));
        }
        part.add(
                mayReadHistory(indicator)
                        ? new HistoryPanel(histories, selection.series().ref(), selection.field())
                        : Ui.div("z-soft", new Paragraph(t("workspace.history.not-yours"))));
        return part;
    }

    /** The value that the address points at. */
    record Selection(Series series, Field field) {

        /** Where the value comes from, as far as that is stated; of facts only. */
        @Nullable
        Provenance provenance() {
            return field.attribute() == Attribute.ACTUAL && field.year() != null
                    ? series.cell(field.year()).provenance()
                    : null;
        }

        static Optional<Selection> of(Indicator indicator, QueryParameters asked) {
            var row = asked.getSingleParameter("row").orElse("1");
            try {
                var field = Field.of(
                        Attribute.valueOf(asked.getSingleParameter("field").orElse("")),
                        Integer.parseInt(asked.getSingleParameter("year").orElse("")));
                return indicator.series().stream()
                        .filter(series -> String.valueOf(series.row()).equals(row))
                        .findFirst()
                        .map(series -> new Selection(series, field));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
