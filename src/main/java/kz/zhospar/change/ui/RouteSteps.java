package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Objects;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.PartProgress;
import kz.zhospar.change.RequestDetails.Progress;
import kz.zhospar.change.RequestDetails.Stage;
import kz.zhospar.change.Turn;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;
import org.jspecify.annotations.Nullable;

/** The route of a request: which position decides after which, within how many days, and how far it has come. */
class RouteSteps extends OrderedList {

    private final PlanTree plan;

    RouteSteps(PlanTree plan, RequestDetails details) {
        this.plan = plan;
        addClassName("z-route");
        details.stages().forEach(stage -> add(stage(stage, details.summary().turn())));
    }

    private ListItem stage(Stage stage, @Nullable Turn turn) {
        var item = new ListItem(Ui.div(
                "z-route-head",
                Ui.span("z-route-step", t("change.step." + stage.step())),
                Ui.span("z-soft z-small", Counts.workingDays(stage.days()))));
        item.addClassName(stage.progress().name().toLowerCase(Locale.ROOT));
        if (stage.progress() == Progress.CURRENT) {
            item.getElement().setAttribute("aria-current", "step");
            if (turn != null && turn.due() != null) {
                item.add(due(turn));
            }
        }
        stage.parts().forEach(part -> item.add(part(part)));
        return item;
    }

    /** {@code до 25 нояб. 2026 г., осталось 2 рабочих дня}; what is overdue stands out. */
    static Span due(Turn turn) {
        var due = Objects.requireNonNull(turn.due());
        return Ui.span(
                turn.isOverdue()
                        ? "z-small z-due over"
                        : turn.daysLeft() == 0 ? "z-small z-due today" : "z-small z-due",
                t("request.due", Ui.formats().date(due), Counts.left(turn)));
    }

    private Component part(PartProgress part) {
        var block = Ui.div("z-route-part");
        var office = RequestWords.office(plan, part.part());
        if (!office.isEmpty()) {
            block.add(Ui.span("z-route-office", office));
        }
        if (part.decision() == null) {
            block.add(Ui.span("z-soft z-small", t("change.progress." + part.progress())));
        } else {
            decided(block, part.decision());
        }
        return block;
    }

    private void decided(Div block, DecisionRecord decision) {
        block.add(
                DecisionList.verdict(decision.verdict()),
                Ui.span("z-small", Signatures.of(plan, decision)),
                Ui.span("z-soft z-small z-number", Ui.formats().moment(decision.at())));
        if (!decision.reason().isBlank()) {
            block.add(new FoldedText(decision.reason()));
        }
    }
}
