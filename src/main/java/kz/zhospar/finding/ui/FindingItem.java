package kz.zhospar.finding.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.finding.FindingRecord;
import kz.zhospar.plan.PlanSnapshot;

/** One finding in a list. */
class FindingItem extends ListItem {

    FindingItem(FindingRecord finding, PlanSnapshot plan) {
        addClassName("fd-item");
        var title = Ui.link(finding.address(), t("finding.number", String.valueOf(finding.number())));
        title.addClassName("fd-title");
        add(
                Ui.div(
                        "fd-heading",
                        title,
                        FindingWords.state(finding.state()),
                        FindingWords.severity(finding.severity())),
                Ui.span("fd-text", finding.text()),
                Ui.div(
                        "fd-facts z-small z-soft",
                        FindingWords.subject(finding.subject(), plan),
                        Ui.span("", Signatures.body(plan.tree(), finding.body())),
                        FindingWords.due(finding)));
    }
}
