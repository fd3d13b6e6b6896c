package kz.zhospar.finding.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.finding.FindingRecord;
import kz.zhospar.finding.FindingRefusal;
import kz.zhospar.finding.FindingState;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;

/** How findings read in the reader's language. */
final class FindingWords {

    private FindingWords() {}

    static Span state(FindingState state) {
        var tone = switch (state) {
            case OPEN -> "z-tag wait";
            case ANSWERED -> "z-tag accent";
            case CLOSED -> "z-tag good";
            case WITHDRAWN -> "z-tag";
        };
        return Ui.span(tone, t("finding.state." + state));
    }

    static Span severity(Severity severity) {
        return Ui.span(severity == Severity.HIGH ? "z-tag bad" : "z-tag", t("finding.severity.tag." + severity));
    }

    static Span due(FindingRecord finding) {
        var day = Ui.formats().day(finding.due());
        return finding.overdue()
                ? Ui.span("fd-overdue z-small", t("finding.overdue", day))
                : Ui.span("z-soft z-small", t("finding.due", day));
    }

    /** What the finding is about, linked to where it can be read. */
    static Anchor subject(Subject subject, PlanSnapshot plan) {
        return switch (subject) {
            case Subject.OfRevision of ->
                Ui.link("audit?revision=" + of.number(), t("finding.subject.revision", text(of.number())));
            case Subject.OfRequest of ->
                Ui.link("changes/" + of.number(), t("finding.subject.request", text(of.number())));
            case Subject.OfValue of -> Ui.link(address(of, plan), value(of, plan));
        };
    }

    private static String text(long number) {
        return String.valueOf(number);
    }

    private static String address(Subject.OfValue of, PlanSnapshot plan) {
        return plan.tree()
                .goalOf(of.ref())
                .map(goal -> "plan/goals/" + goal.number())
                .orElse("plan");
    }

    private static String value(Subject.OfValue of, PlanSnapshot plan) {
        var words = new PlanWords(Texts.language(), plan);
        var name = words.name(of.ref()).orElseGet(() -> words.type(of.ref().type()));
        return of.field() == null ? name : t("change.field-of", name, words.field(of.field()));
    }

    static String message(FindingRefusal refusal) {
        return t(
                "finding.refusal." + refusal.reason(),
                refusal.arguments().stream()
                        .map(argument ->
                                argument instanceof FindingRefusal.Field field ? t("finding.field." + field) : argument)
                        .toArray());
    }
}
