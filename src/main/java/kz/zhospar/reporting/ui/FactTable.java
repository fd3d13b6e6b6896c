package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.reporting.Report;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a report as a table; a column of a spreadsheet pasted into a field fills the fields below it. What had not
 * reached the server when the page was left stands in its field again when the same person comes back.
 */
@Tag("z-fact-table")
@JsModule("context://zhospar/fact-table.js")
class FactTable extends HtmlContainer {

    private static final List<String> COLUMNS =
            List.of("row", "target", "previous", "fact", "deviation", "preliminary", "source", "date", "comment");

    private final List<FactRow> rows = new ArrayList<>();
    private final Consumer<String> tell;

    /**
     * @param account whose typing is found again after an interruption
     * @param tell says what became of a paste
     */
    FactTable(
            PlanTree plan,
            Report report,
            boolean onlyMissing,
            String account,
            FactRow.Desk desk,
            Consumer<String> tell) {
        this.tell = tell;
        var table = new NativeTable();
        table.addClassName("rp-table");
        table.setClassName("writable", report.mayEnter());
        table.setCaptionText(
                t("reporting.caption", String.valueOf(report.campaign().year())));
        table.getHead().add(head(report.campaign().year()));
        report.rows().stream()
                .filter(row -> !onlyMissing || row.isMissing() || row.lacksComment())
                .map(row -> new FactRow(plan, report.campaign().year(), row, report.mayEnter(), desk))
                .forEach(row -> {
                    rows.add(row);
                    table.getBody().add(row);
                });
        add(table);
        addAttachListener(_ -> getElement()
                .executeJs("customElements.whenDefined('z-fact-table').then(() => this.restore($0))", account));
    }

    private static NativeTableRow head(int year) {
        var row = new NativeTableRow();
        for (var column : COLUMNS) {
            var cell = new NativeTableHeaderCell(
                    column.equals("previous")
                            ? t("reporting.column.previous.year", String.valueOf(year - 1))
                            : t("reporting.column." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName("rp-col-" + column);
            row.add(cell);
        }
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Shows what follows from what was written in a row; no row goes while one is working in it. */
    void show(Report report) {
        rows.forEach(row -> report.row(row.series()).ifPresent(row::show));
    }

    Optional<FactRow> row(ItemRef series) {
        return rows.stream().filter(row -> row.series().equals(series)).findFirst();
    }

    /**
     * Writes the lines of a column one below the other, from a row on. An empty line leaves its row as it is; each
     * line that cannot be read says so at its row. A browser may send anything: what names no column is no paste.
     */
    @ClientCallable
    void paste(@Nullable String from, @Nullable String column, List<@Nullable String> lines) {
        FactRow.Column.of(column).ifPresent(found -> paste(from, found, lines));
    }

    private void paste(@Nullable String from, FactRow.Column column, List<@Nullable String> lines) {
        var first = rows.stream()
                .filter(row -> row.series().id().toString().equals(from))
                .findFirst()
                .map(rows::indexOf)
                .orElse(rows.size());
        int saved = 0;
        int refused = 0;
        int outside = 0;
        for (int i = 0; i < lines.size(); i++) {
            var text = Objects.requireNonNullElse(lines.get(i), "").strip();
            if (text.isEmpty()) {
                continue;
            }
            if (first + i >= rows.size()) {
                outside++;
            } else if (rows.get(first + i).put(column, text)) {
                saved++;
            } else {
                refused++;
            }
        }
        tell.accept(
                outside == 0
                        ? t("reporting.pasted", saved, refused)
                        : t("reporting.pasted.outside", saved, refused, outside));
    }
}
