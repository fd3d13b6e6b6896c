package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Set;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.seal.SealService;

/** Where the day begins: what waits for the reader, what became of the own requests, what has changed in the plan. */
@Route("")
@PermitAll
class HomeView extends Div implements HasDynamicTitle {

    private static final Set<Role> DECIDERS = Set.of(Role.HEAD, Role.ECONOMY, Role.CURATOR, Role.AKIM_OFFICE);
    private static final Set<Role> READERS =
            Set.of(Role.OFFICIAL, Role.HEAD, Role.ECONOMY, Role.CURATOR, Role.AKIM_OFFICE, Role.AUDITOR);

    private final Person person;
    private final PlanSnapshot plan;

    HomeView(
            CurrentPerson current,
            PlanService plans,
            SubstitutionService substitutions,
            RequestBlocks requests,
            ReportingBlock reporting,
            FindingsBlock findings,
            LatestBlock latest,
            SealService seals,
            Clock clock) {
        this.person = current.require();
        this.plan = plans.current();
        add(head());
        if (is(Set.of(Role.AUDITOR, Role.ADMIN))) {
            SealAlert.of(seals).ifPresent(this::add);
        }
        if (!is(READERS)) {
            add(HomeBlocks.administrator());
            return;
        }
        var standingIn = substitutions.standingIn();
        if (!standingIn.isEmpty()) {
            add(StandIns.banner(plan.tree(), standingIn));
        }
        var duties = Ui.div("z-home-column");
        if (is(DECIDERS) || !standingIn.isEmpty()) {
            duties.add(requests.awaiting());
        }
        findings.show().ifPresent(duties::add);
        if (person.isWriter()) {
            reporting.show().ifPresent(duties::add);
            duties.add(requests.own());
        }
        if (person.isWriter() || person.curator() != null) {
            duties.add(new MissingFacts(plan.tree(), person, clock));
        }
        if (person.is(Role.AUDITOR)) {
            duties.add(HomeBlocks.auditor());
        }
        add(Ui.div("z-home", duties, Ui.div("z-home-column", latest.show())));
    }

    private boolean is(Set<Role> roles) {
        return person.roles().stream().anyMatch(roles::contains);
    }

    private Component head() {
        var lead = new Paragraph(plan.tree().title().in(Texts.language()));
        lead.addClassName("z-lead");
        return Ui.div("z-page-head", Ui.div("", new H1(t("shell.home")), lead));
    }

    @Override
    public String getPageTitle() {
        return t("home.page-title");
    }
}
