package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RouteRecord;
import kz.zhospar.change.RouteService;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;

/** The route of one risk: as it is, as the administrator would have it, and as it was. */
class RouteCard extends Section {

    private final RouteService routes;
    private final PlanSnapshot plan;
    private final Paragraph edition = new Paragraph();
    private final Div overtaken = Ui.div("z-alert wait");
    private final StageList stages = new StageList();
    private final TextArea reason = new TextArea(t("posts.route.reason"));
    private final Div past = new Div();

    private RouteRecord route;

    RouteCard(RouteService routes, PlanSnapshot plan, RouteRecord route) {
        this.routes = routes;
        this.plan = plan;
        this.route = route;
        addClassNames("z-card", "z-route-card");
        overtaken.getElement().setAttribute("role", "alert");
        edition.addClassNames("z-soft", "z-small");
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setMaxRows(8);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        add(
                new H2(t("posts.risk." + route.risk())),
                new Paragraph(t("posts.risk.what." + route.risk())),
                edition,
                overtaken,
                stages,
                reason,
                buttons(),
                past);
        show(route);
    }

    private Component buttons() {
        var save = Buttons.once(t("posts.route.save"), this::save);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        return Ui.div("z-actions", save, new Button(t("posts.route.revert"), _ -> show(route)));
    }

    /** Shows a route as it is kept; what was typed is gone with it. */
    private void show(RouteRecord kept) {
        route = kept;
        edition.setText(t(
                "posts.route.edition",
                String.valueOf(kept.edition()),
                Ui.formats().moment(kept.since())));
        stages.show(kept.stages());
        reason.clear();
        forgetProblems();
        showPast();
    }

    private void forgetProblems() {
        overtaken.setVisible(false);
        stages.forgetProblems();
        reason.setInvalid(false);
    }

    private void save() {
        forgetProblems();
        if (stages.value().equals(route.stages())) {
            Ui.tell(t("posts.route.same"));
        } else if (current().edition() == route.edition()) {
            attempt();
        } else {
            overtake(current());
        }
    }

    private void attempt() {
        try {
            show(routes.change(route.risk(), stages.value(), reason.getValue()));
            Ui.tell(t("posts.route.saved", String.valueOf(route.edition())));
        } catch (Refusal refusal) {
            explain(refusal);
        }
    }

    /** Somebody else has changed the route meanwhile: what is typed stays, and is saved when it is meant all the same. */
    private void overtake(RouteRecord theirs) {
        route = theirs;
        showPast();
        overtaken.setText(t("posts.route.overtaken", String.valueOf(theirs.edition()), words(theirs.stages())));
        overtaken.setVisible(true);
    }

    private RouteRecord current() {
        return routes.routes().stream()
                .filter(one -> one.risk() == route.risk())
                .findFirst()
                .orElseThrow();
    }

    private void explain(Refusal refusal) {
        var message = Refusals.message(refusal, plan);
        switch (refusal.reason()) {
            case ROUTE_DAYS -> stages.explain((Step) refusal.arguments().getFirst(), message);
            case ROUTE_EMPTY, ROUTE_TWICE -> stages.explain(message);
            case REASON_MISSING, TEXT_TOO_LONG -> {
                reason.setErrorMessage(message);
                reason.setInvalid(true);
                reason.focus();
            }
            default -> throw refusal;
        }
    }

    private void showPast() {
        past.removeAll();
        var earlier = routes.editions(route.risk()).stream()
                .filter(one -> one.edition() < route.edition())
                .toList();
        if (!earlier.isEmpty()) {
            past.add(new NativeDetails(t("posts.route.past", earlier.size()), list(earlier)));
        }
    }

    private static Component list(List<RouteRecord> earlier) {
        var list = new UnorderedList();
        list.addClassName("z-route-past");
        earlier.forEach(one -> list.add(new ListItem(
                Ui.span(
                        "z-soft z-small",
                        t(
                                "posts.route.edition.short",
                                String.valueOf(one.edition()),
                                Ui.formats().moment(one.since()))),
                Ui.span("", words(one.stages())))));
        return list;
    }

    private static String words(Collection<RouteStage> stages) {
        return stages.stream()
                .map(stage -> t("posts.route.stage", t("change.step." + stage.step()), stage.days()))
                .collect(Collectors.joining(" → "));
    }
}
