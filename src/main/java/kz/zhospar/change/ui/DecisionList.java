package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.List;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Verdict;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;

/** Who decided what: person, position and body of that moment, verdict, when, and with which words. */
public class DecisionList extends OrderedList {

    public DecisionList(PlanTree plan, Collection<DecisionRecord> decisions) {
        addClassName("z-decisions");
        decisions.forEach(decision -> add(row(plan, decision)));
    }

    /** With what was said of single changes, and where they went. */
    public DecisionList(PlanSnapshot plan, Collection<DecisionRecord> decisions) {
        addClassName("z-decisions");
        decisions.forEach(decision -> {
            var row = row(plan.tree(), decision);
            items(row, plan, decision);
            add(row);
        });
    }

    private static ListItem row(PlanTree plan, DecisionRecord decision) {
        var row = new ListItem(
                verdict(decision.verdict()),
                Ui.span("z-decision-who", Signatures.of(plan, decision)),
                Ui.span("z-soft z-small z-number", Ui.formats().moment(decision.at())));
        if (!decision.reason().isBlank()) {
            row.add(new FoldedText(decision.reason()));
        }
        return row;
    }

    private static void items(ListItem row, PlanSnapshot plan, DecisionRecord decision) {
        if (decision.items().isEmpty()) {
            return;
        }
        var words = new ChangeWords(
                plan, decision.items().stream().map(ItemVerdict::change).toList());
        var list = new UnorderedList();
        list.addClassName("z-decision-items");
        decision.items().forEach(item -> list.add(item(words, item)));
        row.add(list);
        if (decision.splitInto() != null) {
            var number = String.valueOf(decision.splitInto());
            row.add(Ui.div("z-decision-split z-small", Ui.link("changes/" + number, t("request.split-into", number))));
        }
    }

    private static ListItem item(ChangeWords words, ItemVerdict item) {
        var line = new ListItem(verdict(item.verdict()), new ChangeLines(words, List.of(item.change()), _ -> true));
        if (!item.reason().isBlank()) {
            line.add(new FoldedText(item.reason()));
        }
        if (item.suggestion() != null) {
            line.add(RemarkPart.suggested(item, words));
        }
        return line;
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
