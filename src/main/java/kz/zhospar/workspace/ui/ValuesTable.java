package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.plan.Provenance;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/** Every value of a series: plan, fact and how far apart they are; each links to its own history. */
class ValuesTable extends Div {

    private final PlanTree tree;
    private final Indicator indicator;
    private final Series series;
    private final Optional<Field> chosen;
    private final Map<Field, Long> revisions;

    /** {@code revisions} says which revision last set a value, as far as that was asked for. */
    ValuesTable(PlanTree tree, Indicator indicator, Series series, Optional<Field> chosen, Map<Field, Long> revisions) {
        this.tree = tree;
        this.indicator = indicator;
        this.series = series;
        this.chosen = chosen;
        this.revisions = revisions;
        addClassName("ws-table-scroll");
        var table = new NativeTable();
        table.addClassName("ws-values");
        table.setCaptionText(t("workspace.values.caption"));
        table.getHead().add(headRow());
        IndicatorRows.years(tree).forEach(year -> table.getBody().add(row(year)));
        add(table);
    }

    private static NativeTableRow headRow() {
        var row = new NativeTableRow();
        Stream.of(
                        t("workspace.values.year"),
                        t("workspace.plan"),
                        t("workspace.fact"),
                        t("workspace.values.deviation"),
                        t("workspace.values.percent"),
                        t("workspace.values.provenance"))
                .forEach(text -> {
                    var cell = new NativeTableHeaderCell(text);
                    cell.getElement().setAttribute("scope", "col");
                    row.add(cell);
                });
        return row;
    }

    private NativeTableRow row(int year) {
        var head = new NativeTableHeaderCell(String.valueOf(year));
        head.getElement().setAttribute("scope", "row");
        var cell = series.cell(year);
        var assessed = Assessment.of(series, cell);
        return new NativeTableRow(
                head,
                named(t("workspace.plan"), value(year, Attribute.TARGET, cell.target())),
                named(t("workspace.fact"), value(year, Attribute.ACTUAL, cell.actual())),
                named(
                        t("workspace.values.deviation"),
                        assessed.<Component>map(ValuesTable::deviation).orElseGet(Span::new)),
                named(
                        t("workspace.values.percent"),
                        new Span(assessed.map(Assessment::percent)
                                .map(percent -> Ui.formats().signed(percent) + " %")
                                .orElse(""))),
                named(t("workspace.values.provenance"), provenance(year, cell.provenance())));
    }

    private static NativeTableCell named(String label, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", label);
        return cell;
    }

    private Component value(int year, Attribute attribute, @Nullable Quantity value) {
        var field = Field.of(attribute, year);
        if (value == null) {
            return Ui.span("ws-nothing", "·");
        }
        var link = Ui.link(
                Addresses.value(indicator.number(), series.row(), field),
                value.isDash() ? "–" : Ui.formats().quantity(value));
        link.addClassName("z-number");
        if (chosen.filter(field::equals).isPresent()) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private static Span deviation(Assessment assessed) {
        var text = new Span(Ui.span("z-number", Ui.formats().signed(assessed.deviation())));
        var words = t("workspace.assessment." + assessed.verdict());
        var sign = switch (assessed.verdict()) {
            case BETTER -> Ui.span("ws-mark good", "✓");
            case WORSE -> Ui.span("ws-mark bad", "▽");
            case EQUAL, DIFFERENT -> Ui.span("ws-mark", "");
        };
        sign.setTitle(words);
        sign.getElement().setAttribute("aria-hidden", "true");
        text.add(sign, Ui.spoken(words));
        return text;
    }

    private Component provenance(int year, @Nullable Provenance stated) {
        var origin = Ui.div("", Ui.span("z-soft z-small", origin(year)));
        if (stated != null) {
            origin.add(Ui.div("ws-provenance z-small", new Span(PlanWords.provenance(Texts.language(), stated))));
        }
        return origin;
    }

    private String origin(int year) {
        var source = series.source();
        var text = IndicatorRows.noteOf(tree, year) + (source == null ? "" : " · " + source.key());
        var plan = revisions.get(Field.of(Attribute.TARGET, year));
        var fact = revisions.get(Field.of(Attribute.ACTUAL, year));
        if (plan != null) {
            text += " · " + t("workspace.values.plan-revision", String.valueOf(plan));
        }
        if (fact != null) {
            text += " · " + t("workspace.values.fact-revision", String.valueOf(fact));
        }
        return text;
    }
}
