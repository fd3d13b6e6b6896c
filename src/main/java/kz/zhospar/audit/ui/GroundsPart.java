package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import kz.zhospar.audit.FactTiming;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.revision.RevisionRecord;

/** What a change rested on, in which round it was approved, and what was known of the facts by then. */
class GroundsPart extends Div {

    GroundsPart(HistoryEntry entry) {
        addClassName("z-grounds");
        var grounds = entry.grounds();
        if (grounds != null) {
            var basis = grounds.basis().in(Texts.language());
            add(Ui.span("z-change-caption", t("audit.basis-document")));
            add(Ui.div(basis.isEmpty() ? "z-soft" : "", Ui.span("", basis.isEmpty() ? t("audit.basis.none") : basis)));
            add(Ui.div("z-soft z-small", Ui.span("", t("audit.round", grounds.round()))));
        }
        entry.facts().forEach(fact -> add(timing(entry.revision(), fact)));
    }

    private static Div timing(RevisionRecord revision, FactTiming fact) {
        var year = String.valueOf(fact.year());
        var known = RevisionWords.day(fact.known());
        var changed = RevisionWords.day(revision.at());
        if (fact.revision() > revision.number()) {
            return Ui.div("z-soft z-small", Ui.span("", t("audit.fact.later", year, known, changed)));
        }
        var days = RevisionWords.daysBetween(fact.known(), revision.at());
        return Ui.div(
                "z-fact-first",
                Ui.span(
                        "z-tag wait",
                        days == 0
                                ? t("audit.fact.same-day", year, known)
                                : t("audit.fact.before", year, known, changed, RevisionWords.days(days))));
    }
}
