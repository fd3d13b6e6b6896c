package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Set;
import kz.zhospar.change.HandOverService;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;

/** Who stands in for whom, and whose requests went to whom. */
@Route("posts")
@RouteAlias("admin/posts")
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR, Roles.ADMIN})
class PostsView extends Div implements HasDynamicTitle {

    private static final Set<Role> SEE_HAND_OVERS = Set.of(Role.HEAD, Role.ADMIN, Role.AUDITOR);

    PostsView(
            SubstitutionService substitutions,
            HandOverService handOvers,
            PlanService plans,
            CurrentPerson current,
            Clock clock) {
        var person = current.require();
        var plan = plans.current();
        var parts = Ui.div("z-posts", new SubstitutionPart(substitutions, plan, person, clock));
        if (SEE_HAND_OVERS.stream().anyMatch(person::is)) {
            parts.add(new HandOverPart(handOvers, plan, person));
        }
        add(head(person), parts);
    }

    private static Component head(Person person) {
        var lead = new Paragraph(t("posts.lead"));
        lead.addClassName("z-lead");
        var title = Ui.div("", new H1(t("posts.title")), lead);
        if (person.is(Role.ADMIN)) {
            title.addComponentAsFirst(Ui.div("z-crumbs", Ui.link("admin", t("shell.admin"))));
        }
        return Ui.div("z-page-head", title);
    }

    @Override
    public String getPageTitle() {
        return t("posts.page-title");
    }
}
