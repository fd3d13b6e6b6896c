package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import kz.zhospar.plan.PlanSnapshot;

/** The money of the whole plan by source and year: as the passport states it, and as the goals add up. */
class PassportMoney extends Div implements Renewable {

    private final ValueGrid grid;
    private final Fresh remarks;

    PassportMoney(Supplier<PlanSnapshot> plan) {
        addClassName("z-card");
        var lead = new Paragraph(t("workspace.money.passport.lead"));
        lead.addClassNames("z-soft", "z-small");
        grid = new ValueGrid(() -> MoneyRows.ofPassport(plan.get()), null);
        remarks = new Fresh(
                () -> new MoneyRemarks(MoneyRows.differences(plan.get().tree()), t("workspace.money.by-goals")));
        add(new H2(t("workspace.money.passport")), lead, grid, remarks);
    }

    @Override
    public boolean renew() {
        return grid.renew() & remarks.renew();
    }
}
