package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.revision.RevisionKind;

/** What happened to something, the newest first: when, who, on what ground, old and new. */
class HistoryList extends Div {

    private static final int SHOWN_CHANGES = 30;

    private final PlanWords words;

    HistoryList(List<HistoryEntry> entries, PlanSnapshot plan) {
        words = new PlanWords(Texts.language(), plan);
        if (entries.isEmpty()) {
            add(Ui.div("z-empty", new Paragraph(t("workspace.history.none"))));
            return;
        }
        var list = new OrderedList();
        list.addClassName("ws-history");
        entries.forEach(entry -> list.add(entry(entry)));
        add(list);
    }

    private ListItem entry(HistoryEntry entry) {
        var revision = entry.revision();
        var item = new ListItem(Ui.div(
                "ws-history-when",
                Ui.span("z-number", Ui.formats().moment(revision.at())),
                Ui.span("z-tag accent", t("audit.kind." + revision.kind())),
                Ui.span("z-soft z-small", t("workspace.history.revision", String.valueOf(revision.number())))));
        if (revision.person() != null) {
            item.add(new Paragraph(revision.person()));
        }
        if (!revision.reason().isBlank()) {
            item.add(new Paragraph(revision.reason()));
        }
        if (revision.request() != null) {
            item.add(Ui.link(
                    Addresses.request(revision.request()),
                    t("workspace.history.request", String.valueOf(revision.request()))));
        }
        item.add(changes(entry));
        return item;
    }

    private Div changes(HistoryEntry entry) {
        if (entry.revision().kind() == RevisionKind.LOAD && entry.changes().size() > 1) {
            return Ui.div(
                    "z-soft z-small",
                    new Paragraph(t("workspace.history.loaded", entry.changes().size())));
        }
        var list = new UnorderedList();
        entry.changes().stream().limit(SHOWN_CHANGES).forEach(change -> list.add(change(change)));
        var part = new Div(list);
        if (entry.changes().size() > SHOWN_CHANGES) {
            part.add(new Paragraph(t("workspace.history.more", entry.changes().size() - SHOWN_CHANGES)));
        }
        return part;
    }

    private ListItem change(Change change) {
        return switch (change) {
            case Change.Edit edit -> {
                var place = words.name(edit.ref())
                        .orElseGet(() -> words.type(edit.ref().type()));
                yield new ListItem(
                        new Span(place + " · " + words.field(edit.field()) + ": "),
                        Ui.span("z-old", words.value(edit.base())),
                        new Span(" "),
                        Ui.span("z-new", words.value(edit.value())));
            }
            case Change.Add add ->
                new ListItem(t("workspace.history.added", words.label(add.item()), words.title(add.item())));
            case Change.Remove remove ->
                new ListItem(t("workspace.history.removed", words.label(remove.base()), words.title(remove.base())));
        };
    }
}
