package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.change.RouteService;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;

/** Which positions decide on which risk and how long they have; each risk is changed by itself. */
@Route("admin/routes")
@RolesAllowed(Roles.ADMIN)
class RoutesView extends Div implements HasDynamicTitle {

    RoutesView(RouteService routes, PlanService plans) {
        add(head(), Ui.div("z-alert z-routes-note", new Paragraph(t("posts.routes.under-way"))));
        var cards = Ui.div("z-routes");
        routes.routes().forEach(route -> cards.add(new RouteCard(routes, plans.current(), route)));
        add(cards);
    }

    private static Component head() {
        var lead = new Paragraph(t("posts.routes.lead"));
        lead.addClassName("z-lead");
        return Ui.div(
                "z-page-head",
                Ui.div("", Ui.div("z-crumbs", Ui.link("admin", t("shell.admin"))), new H1(t("posts.routes")), lead));
    }

    @Override
    public String getPageTitle() {
        return t("posts.routes.page-title");
    }
}
