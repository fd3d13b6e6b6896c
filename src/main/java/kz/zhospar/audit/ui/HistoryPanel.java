package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.change.ui.ChangeLines;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.change.ui.DecisionList;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionKind;
import org.jspecify.annotations.Nullable;

/** The history of an item or of one of its values, the newest first; read when the panel is shown. */
public class HistoryPanel extends Div {

    private final HistoryService history;
    private final ItemRef ref;
    private final @Nullable Field field;

    public HistoryPanel(HistoryService history, ItemRef ref) {
        this(history, ref, null);
    }

    public HistoryPanel(HistoryService history, ItemRef ref, @Nullable Field field) {
        this.history = history;
        this.ref = ref;
        this.field = field;
        addClassName("z-history");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        removeAll();
        if (!history.mayRead(ref)) {
            add(new Paragraph(t("audit.history.refused")));
            return;
        }
        var entries = field == null ? history.of(ref) : history.of(ref, field);
        if (entries.isEmpty()) {
            add(new Paragraph(t("audit.history.empty")));
        } else {
            show(entries);
        }
    }

    private void show(List<HistoryEntry> entries) {
        var plan = history.plan();
        var words = new ChangeWords(
                plan,
                entries.stream().flatMap(entry -> entry.changes().stream()).toList());
        var list = new OrderedList();
        entries.forEach(entry -> list.add(entry(entry, words, plan)));
        add(list, places());
    }

    /** Where the audit says more about the same. */
    private Div places() {
        var object = "?object=" + ObjectKey.print(ref);
        var value = field == null ? object : object + "&field=" + ObjectKey.print(field);
        var places = Ui.div(
                "z-history-places",
                Ui.link("audit" + object, t("audit.history.log")),
                Ui.link("audit/findings" + value, t("audit.history.findings")));
        if (history.mayTakeEvidence()) {
            places.add(Ui.link("audit/evidence" + value, t("audit.history.evidence")));
        }
        return places;
    }

    private ListItem entry(HistoryEntry entry, ChangeWords words, PlanSnapshot plan) {
        var revision = entry.revision();
        var item = new ListItem(
                Ui.div(
                        "z-history-when",
                        Ui.span("z-number", Ui.formats().moment(revision.at())),
                        RevisionWords.kind(revision.kind())),
                Ui.div("z-history-who", Ui.span("", RevisionWords.who(plan.tree(), revision))));
        if (revision.request() != null) {
            item.add(RevisionWords.request(revision.request()));
        }
        if (!revision.reason().isBlank()) {
            item.add(Ui.div("z-history-why", Ui.span("z-change-caption", t(reasonLabel(entry)))), reason(entry));
        }
        item.add(new GroundsPart(entry), changes(entry, words));
        if (revision.kind() == RevisionKind.APPLY) {
            item.add(Ui.div("z-small", RevisionWords.comparison(revision.number())));
        }
        if (!entry.decisions().isEmpty()) {
            item.add(Ui.span("z-change-caption", t("audit.approvers")));
            item.add(new DecisionList(plan.tree(), entry.decisions()));
        }
        return item;
    }

    private static String reasonLabel(HistoryEntry entry) {
        return entry.revision().kind() == RevisionKind.LOAD ? "audit.basis" : "audit.reason";
    }

    private static FoldedText reason(HistoryEntry entry) {
        return new FoldedText(entry.revision().reason());
    }

    /** The first load stated hundreds of values at once, most of which nobody asked for here. */
    private Div changes(HistoryEntry entry, ChangeWords words) {
        var changes = entry.changes();
        if (field != null) {
            changes = changes.stream().map(change -> ofField(change, field)).toList();
        } else if (entry.revision().kind() == RevisionKind.LOAD && changes.size() > 1) {
            return Ui.div("z-history-loaded", Ui.span("z-soft", t("audit.loaded", changes.size())));
        }
        return Ui.div(
                "z-history-changes",
                new ChangeLines(words, changes, change -> !change.ref().equals(ref)));
    }

    /** An item that came or went says one value of the field in question. */
    private static Change ofField(Change change, Field field) {
        return switch (change) {
            case Change.Add add ->
                new Change.Edit(add.ref(), field, null, add.item().value(field).orElseThrow());
            case Change.Remove remove ->
                new Change.Edit(remove.ref(), field, remove.base().value(field).orElseThrow(), null);
            case Change.Edit edit -> edit;
        };
    }
}
