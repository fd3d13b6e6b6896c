package kz.zhospar.finding.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.finding.FindingRecord;
import kz.zhospar.finding.FindingRefusal;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.FindingState;
import kz.zhospar.identity.Roles;
import kz.zhospar.identity.Signature;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;

/** One finding: what was found, what was said about it, and what the reader may do now. */
@Route("audit/findings/:number")
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
class FindingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final FindingService findings;
    private final PlanService plans;
    private final Jottings jottings;
    private String number = "";

    FindingView(FindingService findings, PlanService plans, Jottings jottings) {
        this.findings = findings;
        this.plans = plans;
        this.jottings = jottings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        if (!number.matches("[1-9]\\d{0,17}")) {
            throw new NotFoundException();
        }
        try {
            show(findings.find(Long.parseLong(number)));
        } catch (FindingRefusal _) {
            throw new NotFoundException();
        }
    }

    private void show(FindingRecord finding) {
        removeAll();
        var plan = plans.current();
        add(crumbs(), head(finding), card(finding, plan));
        if (!finding.entries().isEmpty()) {
            add(entries(finding, plan));
        }
        var actions = actions(finding);
        if (actions.getComponentCount() > 0) {
            add(actions);
        }
    }

    private static Nav crumbs() {
        var nav = new Nav(Ui.link("audit/findings", t("finding.findings")));
        nav.addClassName("z-crumbs");
        Ui.describe(nav, t("finding.crumbs"));
        return nav;
    }

    private static Div head(FindingRecord finding) {
        return Ui.div(
                "z-page-head",
                Ui.div(
                        "fd-heading",
                        new H1(t("finding.number", String.valueOf(finding.number()))),
                        FindingWords.state(finding.state()),
                        FindingWords.severity(finding.severity())));
    }

    private static Section card(FindingRecord finding, PlanSnapshot plan) {
        var text = new Paragraph(finding.text());
        text.addClassName("fd-said");
        var card = new Section(
                text,
                signed(finding.raisedBy(), Ui.formats().moment(finding.raisedAt()), plan),
                fact("finding.about", new Span(FindingWords.subject(finding.subject(), plan))),
                fact("finding.body", Ui.span("", bodyName(plan, finding.body()))));
        if (!finding.state().isOver()) {
            card.add(FindingWords.due(finding));
        }
        card.addClassNames("z-card", "fd-card");
        return card;
    }

    private static String bodyName(PlanSnapshot plan, String key) {
        return plan.tree()
                .body(key)
                .map(body -> body.name().in(Texts.language()))
                .orElse(key);
    }

    private static Div fact(String key, Span what) {
        return Ui.div("fd-fact", Ui.span("z-soft z-small", t(key)), what);
    }

    private static Span signed(Signature person, String moment, PlanSnapshot plan) {
        return Ui.span(
                "z-soft z-small",
                t(
                        "finding.raised",
                        Signatures.of(plan.tree(), person.name(), person.position(), person.body()),
                        moment));
    }

    private static Section entries(FindingRecord finding, PlanSnapshot plan) {
        var list = new OrderedList();
        list.addClassName("fd-entries");
        finding.entries().forEach(entry -> list.add(entry(entry, plan)));
        var card = new Section(list);
        card.addClassName("z-card");
        return card;
    }

    private static ListItem entry(FindingRecord.Entry entry, PlanSnapshot plan) {
        var text = new Paragraph(entry.text());
        text.addClassName("fd-said");
        var item = new ListItem(
                Ui.span("fd-act", t("finding.act." + entry.act())),
                text,
                signed(entry.author(), Ui.formats().moment(entry.at()), plan));
        if (entry.due() != null) {
            item.add(Ui.span("z-small", t("finding.new-due", Ui.formats().day(entry.due()))));
        }
        return item;
    }

    private Div actions(FindingRecord finding) {
        var actions = Ui.div("z-actions fd-actions");
        if (finding.mayAnswer()) {
            actions.add(primary(say("answer", "finding.field.ANSWER", findings::answer)));
        }
        if (finding.mayJudge()) {
            if (finding.state() == FindingState.ANSWERED) {
                actions.add(primary(say("close", "finding.field.TEXT", findings::close)), giveBack());
            }
            actions.add(say("withdraw", "finding.field.TEXT", findings::withdraw));
        }
        return actions;
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button say(String act, String label, BiFunction<Long, String, FindingRecord> work) {
        return new Button(
                t("finding." + act),
                _ -> dialog(act, label, text -> show(work.apply(id(), text))).open());
    }

    private Button giveBack() {
        return new Button(t("finding.give-back"), _ -> {
            var due = new DayField(t("finding.field.new-due"));
            dialog("give-back", "finding.field.TEXT", text -> show(findings.giveBack(id(), text, due.getValue())))
                    .with(2, due)
                    .open();
        });
    }

    private SayDialog dialog(String act, String label, Consumer<String> work) {
        return new SayDialog(
                t("finding." + act),
                t("finding." + act + ".consequence"),
                t(label),
                "finding/" + number + "/" + act,
                jottings,
                work);
    }

    private long id() {
        return Long.parseLong(number);
    }

    @Override
    public String getPageTitle() {
        return t("finding.number.page-title", number);
    }
}
