package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.Locale;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.PartProgress;
import kz.zhospar.change.RequestDetails.Progress;
import kz.zhospar.change.RequestDetails.Stage;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** The route of a request: which position decides after which, and how far it has come. */
class RouteSteps extends OrderedList {

    RouteSteps(PlanTree plan, RequestDetails details) {
        addClassName("z-route");
        details.stages().forEach(step -> add(step(plan, step)));
    }

    private static ListItem step(PlanTree plan, Stage step) {
        var item = new ListItem(Ui.span("z-route-step", t("change.step." + step.step())));
        item.addClassName(step.progress().name().toLowerCase(Locale.ROOT));
        if (step.progress() == Progress.CURRENT) {
            item.getElement().setAttribute("aria-current", "step");
        }
        step.parts().forEach(part -> part(item, plan, part));
        return item;
    }

    private static void part(ListItem item, PlanTree plan, PartProgress part) {
        if (part.decision() == null) {
            item.add(Ui.span("z-soft z-small", t("change.progress." + part.progress())));
        } else {
            decided(item, plan, part.decision());
        }
    }

    private static void decided(ListItem item, PlanTree plan, DecisionRecord decision) {
        item.add(
                DecisionList.verdict(decision.verdict()),
                Ui.span("z-small", Signatures.of(plan, decision.person(), decision.position(), decision.body())),
                Ui.span("z-soft z-small z-number", Ui.formats().moment(decision.at())));
        if (!decision.reason().isBlank()) {
            item.add(new FoldedText(decision.reason()));
        }
    }
}
