package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.Curator;
import kz.zhospar.plan.Direction;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.PlanTree;

/** Small parts that the screens of the plan share. */
final class Parts {
    private Parts() {}

    /** A body's abbreviation that says its full name when pointed at or heard. */
    static Anchor body(Body body, boolean leads) {
        var language = Texts.language();
        var name = body.name().in(language);
        var link = Ui.link(Addresses.body(body.key()), body.abbreviation().in(language));
        link.addClassNames("ws-body", leads ? "leads" : "helps");
        link.setTitle(leads ? t("workspace.body.leads", name) : name);
        Ui.describe(link, leads ? t("workspace.body.leads", name) : name);
        return link;
    }

    /** Who leads, who helps, and the curators. */
    static Div responsible(GoalSummary summary) {
        var line = Ui.div("ws-responsible");
        summary.leading().forEach(body -> line.add(body(body, true)));
        summary.helping().forEach(body -> line.add(body(body, false)));
        if (!summary.curators().isEmpty()) {
            line.add(Ui.span("ws-curators", curators(summary.curators())));
        }
        return line;
    }

    static String curators(List<Curator> curators) {
        var names = curators.stream()
                .map(curator -> curator.name().in(Texts.language()))
                .collect(Collectors.joining(", "));
        return curators.size() == 1 ? t("workspace.curator.short", names) : t("workspace.curators", names);
    }

    static Nav crumbs(Component... steps) {
        var nav = new Nav();
        nav.addClassName("z-crumbs");
        Ui.describe(nav, t("workspace.crumbs"));
        for (int i = 0; i < steps.length; i++) {
            if (i > 0) {
                var between = new Span(" / ");
                between.getElement().setAttribute("aria-hidden", "true");
                nav.add(between);
            }
            nav.add(steps[i]);
        }
        return nav;
    }

    static Span crumb(Direction direction) {
        return new Span(direction.number() + ". " + direction.title().in(Texts.language()));
    }

    static Direction directionOf(PlanTree tree, Goal goal) {
        return tree.directions().stream()
                .filter(direction ->
                        direction.goals().stream().anyMatch(one -> one.ref().equals(goal.ref())))
                .findFirst()
                .orElseThrow();
    }

    /** The page's part when an address names nothing that there is, or nothing that the reader may see. */
    static Div notFound(String what) {
        var back = Ui.link(Addresses.plan(), t("workspace.not-found.back"));
        var text = new Paragraph(what);
        var part = Ui.div("z-card ws-not-found", new H1(t("workspace.not-found")), text, back);
        part.getElement().setAttribute("role", "alert");
        return part;
    }
}
