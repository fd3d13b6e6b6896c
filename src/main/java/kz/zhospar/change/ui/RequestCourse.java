package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanService;

/** How far a request has come: its route, what the last round was about, who decided what and who has read it. */
final class RequestCourse {

    private final PlanService plans;
    private final BuiltParts parts;
    private final Section route = section("z-request-route");
    private final Div rounds = new Div();
    private final Section decisions = section("z-request-decisions");
    private final Div viewings = new Div();

    RequestCourse(PlanService plans, BuiltParts parts) {
        this.plans = plans;
        this.parts = parts;
    }

    private static Section section(String className) {
        var section = new Section();
        section.addClassNames("z-card", className);
        return section;
    }

    Section route() {
        return route;
    }

    Div rounds() {
        return rounds;
    }

    Section decisions() {
        return decisions;
    }

    Div viewings() {
        return viewings;
    }

    /** What stays as it is while the author types. */
    void showRounds(RequestDetails details) {
        var plan = plans.current();
        parts.fill(
                rounds,
                PartKeys.rounds(details),
                () -> details.earlier() == null ? Stream.of() : Stream.of(new RoundPart(details, plan)));
        decisions.setVisible(!details.decisions().isEmpty());
        parts.fill(decisions, PartKeys.decisions(details), () -> byRound(details));
        viewings.removeAll();
        if (!details.viewings().isEmpty()) {
            viewings.add(new ViewingsPart(details, plan.tree()));
        }
    }

    /** The route alone: the heaviest of the changes chooses it, so it changes while the author types. */
    void showRoute(RequestDetails details) {
        var plan = plans.current().tree();
        parts.fill(
                route,
                PartKeys.route(details),
                () -> Stream.of(new H2(t("change.route")), new RouteSteps(plan, details)));
    }

    private Stream<Component> byRound(RequestDetails details) {
        var rounds = details.decisions().stream()
                .collect(Collectors.groupingBy(DecisionRecord::round, TreeMap::new, Collectors.toList()))
                .descendingMap();
        return Stream.concat(
                Stream.of(new H2(t("change.decisions"))),
                rounds.entrySet().stream()
                        .map(round -> Ui.div(
                                "z-request-round",
                                Ui.span("z-change-caption", t("change.round", round.getKey())),
                                new DecisionList(plans.current(), round.getValue()))));
    }
}
