package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Supplier;
import kz.zhospar.audit.SavedQueryRecord;
import kz.zhospar.audit.SavedQueryRefusal;
import kz.zhospar.audit.SavedQueryService;
import kz.zhospar.common.ui.Ui;

/** The filters that the reader keeps, and those that auditors share with him; each a link to the log. */
class SavedQueryBar extends Div {

    private final SavedQueryService queries;
    private final Supplier<String> present;
    private final UnorderedList chips = new UnorderedList();

    /** @param present the filter that the log shows at the moment, as it stands in the address */
    SavedQueryBar(SavedQueryService queries, Supplier<String> present) {
        this.queries = queries;
        this.present = present;
        addClassName("z-saved");
        chips.addClassName("z-chips");
        Ui.describe(chips, t("audit.saved"));
        add(chips);
        list();
    }

    /** Keeps the present filter. */
    Button keep() {
        return new Button(t("audit.saved.keep"), _ -> new SavedQueryDialog(queries, present.get(), this::list).open());
    }

    private void list() {
        chips.removeAll();
        queries.visible().forEach(query -> chips.add(chip(query)));
        setVisible(chips.getComponentCount() > 0);
    }

    private Component chip(SavedQueryRecord query) {
        var chip = new ListItem(Ui.link(query.query().isEmpty() ? "audit" : "audit?" + query.query(), query.name()));
        if (!query.own()) {
            chip.add(Ui.span("z-soft z-small", query.owner()));
        } else if (query.shared()) {
            chip.add(Ui.span("z-soft z-small", t("audit.saved.shared")));
        }
        if (query.own()) {
            chip.add(delete(query));
        }
        return chip;
    }

    private Component delete(SavedQueryRecord query) {
        var delete = new NativeButton("×", _ -> {
            try {
                queries.delete(query.id());
                Ui.tell(t("audit.saved.deleted", query.name()));
            } catch (SavedQueryRefusal refusal) {
                Ui.warn(t("audit.saved.refusal." + refusal.reason()));
            }
            list();
        });
        delete.addClassName("z-chip-delete");
        Ui.describe(delete, t("audit.saved.delete", query.name()));
        return delete;
    }
}
