package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.Collection;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.Verdict;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** Who decided what: person, position and body of that moment, verdict, when, and with which words. */
public class DecisionList extends OrderedList {

    public DecisionList(PlanTree plan, Collection<DecisionRecord> decisions) {
        addClassName("z-decisions");
        decisions.forEach(decision -> add(row(plan, decision)));
    }

    private static ListItem row(PlanTree plan, DecisionRecord decision) {
        var row = new ListItem(
                verdict(decision.verdict()),
                Ui.span("z-decision-who", Signatures.of(plan, decision.person(), decision.position(), decision.body())),
                Ui.span("z-soft z-small z-number", Ui.formats().moment(decision.at())));
        if (!decision.reason().isBlank()) {
            row.add(new FoldedText(decision.reason()));
        }
        return row;
    }

    static Component verdict(Verdict verdict) {
        var tone = switch (verdict) {
            case APPROVED -> "good";
            case RETURNED -> "wait";
            case REJECTED -> "bad";
        };
        return Ui.span("z-tag " + tone, t("change.verdict." + verdict));
    }
}
