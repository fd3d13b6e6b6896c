package kz.zhospar.seal.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.seal.SealRecord;
import kz.zhospar.seal.SealService;

/** All seals, the newest first, page by page. */
class SealList extends Section {

    private static final int PAGE = 25;
    private static final int SHORT = 16;

    private final SealService seals;
    private final NativeTableBody rows = new NativeTableBody();
    private final Div rest = new Div();

    private int shown = PAGE;

    SealList(SealService seals) {
        this.seals = seals;
        addClassName("z-card");
        var table = new NativeTable(header(), rows);
        table.addClassName("z-seal-table");
        var scroll = Ui.div("z-seal-scroll", table);
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        Ui.describe(scroll, t("seal.list"));
        add(new H2(t("seal.list")), scroll, rest);
    }

    private static NativeTableHeader header() {
        var row = new NativeTableRow();
        for (var text : List.of(
                t("seal.number"),
                t("seal.at"),
                t("seal.revisions"),
                t("seal.leaves"),
                t("seal.hash"),
                t("seal.signature"))) {
            var cell = new NativeTableHeaderCell(text);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        return new NativeTableHeader(row);
    }

    void show() {
        rows.removeAll();
        rest.removeAll();
        var found = seals.seals(Long.MAX_VALUE, shown + 1);
        found.stream().limit(shown).map(SealList::row).forEach(rows::add);
        if (found.isEmpty()) {
            rest.add(Ui.div("z-empty", Ui.span("", t("seal.none"))));
        } else if (found.size() > shown) {
            rest.add(new Button(t("seal.more"), _ -> {
                shown += PAGE;
                show();
            }));
        }
    }

    private static NativeTableRow row(SealRecord seal) {
        var hash = Ui.span("z-seal-hash", seal.hash().substring(0, SHORT) + "…");
        hash.getElement().setAttribute("title", seal.hash());
        var signed = seal.keyId() == null
                ? Ui.span("z-tag wait", t("seal.unsigned"))
                : Ui.span("z-seal-hash", seal.keyId().substring(0, SHORT) + "…");
        return new NativeTableRow(
                cell(Ui.span("z-number", String.valueOf(seal.number()))),
                cell(Ui.span("z-number", Ui.formats().exactMoment(seal.sealedAt()))),
                cell(Ui.span("z-number", Ui.formats().number(seal.revisions()))),
                cell(Ui.span("z-number", Ui.formats().number(seal.leaves()))),
                cell(hash),
                cell(signed));
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }
}
