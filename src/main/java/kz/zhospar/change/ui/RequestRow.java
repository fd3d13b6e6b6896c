package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.Objects;
import java.util.stream.Stream;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** One change request in a list: what it is, whose, how far, and who has to act next. */
public class RequestRow extends ListItem {

    public RequestRow(PlanTree plan, RequestSummary request) {
        addClassName("z-request-row");
        add(what(plan, request), where(request));
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

    private static Div where(RequestSummary request) {
        var where = Ui.div("z-request-where", RequestWords.state(request.state()));
        if (request.step() != null) {
            where.add(Ui.span("z-small", t("change.decides", t("change.step." + request.step()))));
        }
        var formats = Ui.formats();
        where.add(Ui.span(
                "z-small z-soft",
                request.step() == null
                        ? t("change.edited-at", formats.moment(request.editedAt()))
                        : t("change.submitted-at", formats.moment(Objects.requireNonNull(request.submittedAt())))));
        return where;
    }
}
