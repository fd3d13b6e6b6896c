package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import java.util.Objects;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** What a request is: number and title, state, who began it and who writes it, its round, where it comes from. */
class RequestHead extends Div {

    RequestHead(RequestDetails details, PlanTree plan) {
        addClassName("z-request-head");
        var summary = details.summary();
        var facts = Ui.div(
                "z-request-facts",
                RequestWords.state(details.state()),
                RequestWords.risk(summary.risk()),
                Ui.span("", Signatures.of(plan, summary.author(), null, summary.body())));
        if (!details.writer().equals(summary.author())) {
            facts.add(Ui.span("", t("request.writer", details.writer())));
        }
        facts.add(
                Ui.span("", t("change.round", details.round())),
                Ui.span("", moment(details)),
                Ui.link("audit/compare?request=" + details.number(), t("compare.link.request")));
        add(Ui.div("z-crumbs", Ui.link("changes", t("change.list"))), new H1(RequestWords.name(summary)), facts);
        relatives(details);
    }

    /** Where it was split off from, and what was split off from it. */
    private void relatives(RequestDetails details) {
        var links = Ui.div("z-request-facts z-request-relatives");
        if (details.origin() != null) {
            var origin = String.valueOf(details.origin());
            links.add(Ui.link("changes/" + origin, t("request.split-from", origin)));
        }
        details.decisions().stream()
                .map(DecisionRecord::splitInto)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .forEach(part -> links.add(Ui.link("changes/" + part, t("request.split-into", part))));
        if (links.getComponentCount() > 0) {
            add(links);
        }
    }

    private static String moment(RequestDetails details) {
        var formats = Ui.formats();
        return details.state().isFinal() && details.closedAt() != null
                ? t("change.closed-at", formats.moment(details.closedAt()))
                : t("change.edited-at", formats.moment(details.summary().editedAt()));
    }
}
