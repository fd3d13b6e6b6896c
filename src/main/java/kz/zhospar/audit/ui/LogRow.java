package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.function.LongFunction;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.change.ui.ChangeLines;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.change.ui.DecisionList;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;

/** One revision in the log; it opens to what it changed and on whose decisions. */
class LogRow extends ListItem {

    private final PlanSnapshot plan;
    private final RevisionRecord revision;

    /** @param reader reads what a revision changed; asked when the row is opened */
    LogRow(PlanSnapshot plan, RevisionRecord revision, LongFunction<HistoryEntry> reader) {
        this.plan = plan;
        this.revision = revision;
        var content = Ui.div("z-log-more");
        var details = new NativeDetails(summary(), content);
        details.addToggleListener(event -> {
            if (event.isOpened() && content.getComponentCount() == 0) {
                fill(content, reader.apply(revision.number()));
            }
        });
        add(details);
    }

    private Div summary() {
        return Ui.div(
                "z-log-columns",
                cell("z-log-number z-number", t("audit.number", String.valueOf(revision.number()))),
                cell("z-log-at z-number", Ui.formats().exactMoment(revision.at())),
                cell("z-log-who", RevisionWords.who(plan.tree(), revision)),
                Ui.div("z-log-kind", RevisionWords.kind(revision.kind())),
                cell("z-log-request z-number", request()),
                cell("z-log-reason", revision.reason()));
    }

    private String request() {
        return revision.request() == null ? "" : t("audit.request", String.valueOf(revision.request()));
    }

    private static Span cell(String classNames, String text) {
        return Ui.span(classNames, text);
    }

    private void fill(Div content, HistoryEntry entry) {
        if (revision.request() != null) {
            content.add(Ui.div("", RevisionWords.request(revision.request())));
        }
        if (!revision.reason().isBlank()) {
            content.add(Ui.span("z-change-caption", t("audit.reason")), new FoldedText(revision.reason()));
        }
        if (!entry.changes().isEmpty()) {
            content.add(
                    Ui.span(
                            "z-change-caption",
                            t("audit.changed", entry.changes().size())),
                    new ChangeLines(new ChangeWords(plan, entry.changes()), entry.changes(), _ -> true));
        } else {
            content.add(Ui.span("z-soft", t("audit.nothing-changed." + revision.kind())));
        }
        if (revision.kind() == RevisionKind.APPLY) {
            content.add(Ui.div("", RevisionWords.comparison(revision.number())));
        }
        if (!entry.decisions().isEmpty()) {
            content.add(Ui.span("z-change-caption", t("audit.approvers")));
            content.add(new DecisionList(plan.tree(), entry.decisions()));
        }
    }
}
