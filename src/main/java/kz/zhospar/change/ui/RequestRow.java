package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.Turn;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** One change request in a list: what it is, whose, how far, and who has to act next. */
public class RequestRow extends ListItem {

    public RequestRow(PlanTree plan, RequestSummary request) {
        addClassName("z-request-row");
        add(what(plan, request), where(plan, request));
    }

    private static Component what(PlanTree plan, RequestSummary request) {
        var title = Ui.link("changes/" + request.number(), Signatures.title(request));
        title.addClassName("z-request-title");
        var facts = Ui.div("z-request-facts");
        Stream.of(
                        Signatures.of(plan, request.author(), null, request.body()),
                        RequestWords.goals(request.goals()),
                        Counts.changes(request.changes()))
                .filter(fact -> !fact.isEmpty())
                .forEach(fact -> facts.add(Ui.span("", fact)));
        return Ui.div(
                "z-request-what",
                Ui.span("z-request-number z-number", t("change.number", String.valueOf(request.number()))),
                Ui.div("z-request-name", title, facts));
    }

    private static Div where(PlanTree plan, RequestSummary request) {
        var where = Ui.div(
                "z-request-where",
                Ui.div("z-request-tags", RequestWords.risk(request.risk()), RequestWords.state(request.state())));
        var turn = request.turn();
        var formats = Ui.formats();
        if (turn == null) {
            where.add(Ui.span("z-small z-soft", t("change.edited-at", formats.moment(request.editedAt()))));
            return where;
        }
        where.add(Ui.span("z-small", t("change.decides", waiting(plan, turn))));
        if (turn.due() != null) {
            where.add(RouteSteps.due(turn));
        }
        where.add(Ui.span(
                "z-small z-soft",
                t("change.submitted-at", formats.moment(Objects.requireNonNull(request.submittedAt())))));
        return where;
    }

    private static String waiting(PlanTree plan, Turn turn) {
        return turn.waiting().isEmpty()
                ? t("change.step." + turn.step())
                : turn.waiting().stream()
                        .map(part -> RequestWords.part(plan, part))
                        .collect(Collectors.joining(", "));
    }

    /** Puts something to press before the row. */
    RequestRow with(Component choice) {
        addClassName("pickable");
        addComponentAsFirst(choice);
        return this;
    }
}
