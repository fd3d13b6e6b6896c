package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.reporting.BodyProgress;

/** How far each body has come, those first who are missing most. */
class ProgressTable extends NativeTable {

    /** What the bodies are ordered by. */
    enum Order {
        MISSING,
        BODY
    }

    private record Column(String key, ToIntFunction<BodyProgress> count) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("rows", BodyProgress::rows),
            new Column("approved", BodyProgress::approved),
            new Column("review", BodyProgress::inReview),
            new Column("draft", BodyProgress::draft),
            new Column("missing", BodyProgress::missing));

    private final PlanTree plan;

    /** @param address of the same table in an order */
    ProgressTable(PlanTree plan, List<BodyProgress> progress, Order order, Function<Order, String> address) {
        this.plan = plan;
        addClassNames("rp-bodies");
        setCaptionText(t("reporting.progress.caption"));
        getHead().add(head(order, address));
        progress.stream().sorted(comparator(order)).forEach(body -> getBody().add(row(body)));
        getFoot().add(total(progress));
    }

    private Comparator<BodyProgress> comparator(Order order) {
        Comparator<BodyProgress> byName = Comparator.comparing(body -> ReportingWords.body(plan, body.body()));
        return order == Order.BODY
                ? byName
                : Comparator.comparingInt(BodyProgress::missing)
                        .thenComparingInt(BodyProgress::open)
                        .reversed()
                        .thenComparing(byName);
    }

    private static NativeTableRow head(Order order, Function<Order, String> address) {
        var row = new NativeTableRow(sorting(t("reporting.progress.body"), Order.BODY, order, address));
        for (var column : COLUMNS) {
            var text = t("reporting.progress." + column.key());
            row.add(
                    column.key().equals("missing")
                            ? sorting(text, Order.MISSING, order, address)
                            : header(new Span(text)));
        }
        row.add(header(Ui.spoken(t("reporting.progress.bar"))));
        return row;
    }

    private static NativeTableHeaderCell sorting(String text, Order by, Order now, Function<Order, String> address) {
        var cell = header(Ui.link(address.apply(by), text));
        if (by == now) {
            cell.getElement().setAttribute("aria-sort", by == Order.BODY ? "ascending" : "descending");
        }
        return cell;
    }

    private static NativeTableHeaderCell header(Component content) {
        var cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(BodyProgress body) {
        var name = Ui.span("", ReportingWords.body(plan, body.body()));
        name.setTitle(ReportingWords.bodyName(plan, body.body()));
        var row = counts(name, body);
        var bar = new NativeTableCell(new ProgressBar(body));
        row.add(bar);
        return row;
    }

    private static NativeTableRow counts(Component name, BodyProgress body) {
        var head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(head);
        for (var column : COLUMNS) {
            var count = column.count().applyAsInt(body);
            var look = count == 0 ? "z-soft" : column.key().equals("missing") ? "rp-missing" : "";
            var cell = new NativeTableCell(Ui.span(look, Ui.formats().number(count)));
            cell.getElement().setAttribute("data-label", t("reporting.progress." + column.key()));
            row.add(cell);
        }
        return row;
    }

    private static NativeTableRow total(List<BodyProgress> progress) {
        var sum = new BodyProgress(
                "",
                progress.stream().mapToInt(BodyProgress::rows).sum(),
                progress.stream().mapToInt(BodyProgress::approved).sum(),
                progress.stream().mapToInt(BodyProgress::inReview).sum(),
                progress.stream().mapToInt(BodyProgress::draft).sum());
        var row = counts(Ui.span("", t("reporting.progress.total")), sum);
        row.add(new NativeTableCell(new ProgressBar(sum)));
        return row;
    }
}
