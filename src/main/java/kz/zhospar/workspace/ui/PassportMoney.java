package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import kz.zhospar.plan.PlanSnapshot;

/** The money of the whole plan by source and year: as the passport states it, and as the goals add up. */
class PassportMoney extends Div {
    PassportMoney(PlanSnapshot plan) {
        addClassName("z-card");
        var lead = new Paragraph(t("workspace.money.passport.lead"));
        lead.addClassNames("z-soft", "z-small");
        add(
                new H2(t("workspace.money.passport")),
                lead,
                new ValueGrid(() -> MoneyRows.ofPassport(plan), null),
                new MoneyRemarks(MoneyRows.differences(plan.tree()), t("workspace.money.by-goals")));
    }
}
