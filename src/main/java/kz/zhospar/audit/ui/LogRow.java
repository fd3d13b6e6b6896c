package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.audit.LogEntry;
import kz.zhospar.audit.Touched;
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
    private final LongFunction<HistoryEntry> reader;
    private final Div content = Ui.div("z-log-more");
    private final NativeDetails details;

    /** @param reader reads what a revision changed; asked when the row is opened */
    LogRow(PlanSnapshot plan, LogEntry entry, LongFunction<HistoryEntry> reader) {
        this.plan = plan;
        this.revision = entry.revision();
        this.reader = reader;
        this.details = new NativeDetails(summary(entry.touched()), content);
        details.addToggleListener(event -> {
            if (event.isOpened()) {
                fill();
            }
        });
        add(details);
    }

    void open() {
        details.setOpen(true);
        fill();
    }

    private void fill() {
        if (content.getComponentCount() == 0) {
            fill(content, reader.apply(revision.number()));
        }
    }

    private Div summary(Map<Touched, Integer> touched) {
        return Ui.div(
                "z-log-columns",
                cell("z-log-number z-number", t("audit.number", String.valueOf(revision.number()))),
                cell("z-log-at z-number", Ui.formats().exactMoment(revision.at())),
                cell("z-log-who", RevisionWords.who(plan.tree(), revision)),
                Ui.div("z-log-kind", RevisionWords.kind(revision.kind())),
                cell("z-log-request z-number", request()),
                Ui.div(
                        "z-log-what",
                        cell("z-log-reason", RevisionWords.reason(plan, revision)),
                        cell("z-log-touched", words(touched))));
    }

    /** {@code значения: 12, строки: 1}; how much of what, never what it says. */
    private static String words(Map<Touched, Integer> touched) {
        return touched.entrySet().stream()
                .map(part -> t(
                        "audit.touched",
                        t("audit.touched." + part.getKey()),
                        Ui.formats().number((long) part.getValue())))
                .collect(Collectors.joining(", "));
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
        if (!revision.reason().isBlank() && revision.kind() != RevisionKind.READING) {
            content.add(Ui.span("z-change-caption", t("audit.reason")), new FoldedText(revision.reason()));
        }
        content.add(new GroundsPart(entry));
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
        content.add(Ui.div("", Ui.link("audit/findings?revision=" + revision.number(), t("audit.history.findings"))));
    }
}
