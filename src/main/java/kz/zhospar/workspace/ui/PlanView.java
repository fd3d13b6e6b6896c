package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.audit.ui.PlanScreen;
import kz.zhospar.audit.ui.ShownPlan;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.Direction;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;
import org.jspecify.annotations.Nullable;

/** The plan: directions with their goals, a search over everything in it, and the money of its passport. */
@Route("plan")
@PermitAll
class PlanView extends Div implements BeforeEnterObserver, HasDynamicTitle, PlanScreen {

    private static final int SEARCH_AFTER_MILLISECONDS = 350;
    private static final String MONEY = "money";

    private final PlanService plans;
    private final PlanArchive archive;
    private final CurrentPerson person;
    private final Div content = new Div();
    private Renewable head = () -> true;
    private Renewable shown = () -> true;
    private ShownPlan plan;

    /** A draft without a change yet, for which a goal is still to be chosen. */
    private @Nullable Long draft;

    PlanView(PlanService plans, PlanArchive archive, CurrentPerson person, Signals signals) {
        this.plans = plans;
        this.archive = archive;
        this.plan = ShownPlan.inForce(plans);
        this.person = person;
        addClassName("ws-plan");
        Follow.topic(this, signals, "plan", _ -> {
            head.renew();
            shown.renew();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        plan = ShownPlan.enter(plans, archive, asked);
        var words = asked.getSingleParameter("q").orElse("");
        var body = asked.getSingleParameter("body").flatMap(tree()::body).orElse(null);
        var money = asked.getSingleParameter("section").filter(MONEY::equals).isPresent();
        draft = asked.getSingleParameter("draft")
                .filter(number -> number.matches("\\d{1,18}") && !plan.isPast())
                .map(Long::valueOf)
                .orElse(null);
        removeAll();
        var top = new Fresh(this::head);
        head = top;
        add(top);
        if (draft != null) {
            add(Ui.div("z-alert", new Paragraph(t("workspace.draft.choose-goal", String.valueOf(draft)))));
        }
        add(search(words), tabs(money, body), content);
        if (!words.isBlank()) {
            show(new Fresh(() -> hits(words)));
        } else if (money) {
            show(new PassportMoney(plan));
        } else {
            show(new Fresh(() -> goals(body)));
        }
    }

    /** Shows what stays in step with the plan from now on. */
    private <P extends Component & Renewable> void show(P part) {
        shown = part;
        content.removeAll();
        content.add(part);
    }

    @Override
    public String getPageTitle() {
        return plan.titled(t("workspace.title.plan"));
    }

    @Override
    public ShownPlan shownPlan() {
        return plan;
    }

    private PlanTree tree() {
        return plan.get().tree();
    }

    private Div head() {
        var tree = tree();
        var title = new Div(
                new H1(tree.title().in(Texts.language())),
                new Paragraph(t(
                        "workspace.plan.lead",
                        String.valueOf(tree.firstYear()),
                        String.valueOf(tree.lastYear()),
                        tree.directions().size(),
                        tree.goals().count(),
                        tree.indicators().count())));
        title.getElement().getChild(1).getClassList().add("z-lead");
        return Ui.div("z-page-head", title, tools(tree));
    }

    /** Of a past plan one compares, and takes along, what is shown. */
    private Div tools(PlanTree tree) {
        var revision = plan.get().revision();
        var address = plan.isPast() ? "audit/compare?from=" + revision + "&to=current" : "audit/compare";
        var compare = Ui.link(address, t("compare.link"));
        var book = Ui.download(
                "api/v1/plans/%s.xlsx?language=%s"
                                .formatted(tree.code(), Texts.language().code())
                        + (plan.isPast() ? "&revision=" + revision : ""),
                t("book.download"));
        compare.addClassName("z-button");
        return Ui.div("ws-plan-tools", compare, book);
    }

    private TextField search(String words) {
        var field = new TextField();
        field.addClassName("ws-search");
        field.setAriaLabel(t("workspace.search"));
        field.setPlaceholder(t("workspace.search.placeholder"));
        field.setClearButtonVisible(true);
        field.setValue(words);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(SEARCH_AFTER_MILLISECONDS);
        field.addValueChangeListener(e -> searchFor(e.getValue().strip()));
        return field;
    }

    /** Stays on the page, so that one can go on typing, and keeps the address in step. */
    private void searchFor(String words) {
        UI.getCurrent().getPage().getHistory().replaceState(null, Addresses.search(words));
        show(new Fresh(() -> words.isEmpty() ? goals(null) : hits(words)));
    }

    private Tabs tabs(boolean money, @Nullable Body body) {
        var tabs = new Tabs(t("workspace.plan.parts"));
        var own = ownBody();
        tabs.add(Addresses.plan(), t("workspace.plan.goals"), "", !money && body == null);
        own.ifPresent(mine ->
                tabs.add(Addresses.body(mine.key()), t("workspace.plan.own-goals"), "", !money && mine.equals(body)));
        if (body != null && !own.filter(body::equals).isPresent()) {
            tabs.add(
                    Addresses.body(body.key()),
                    t("workspace.plan.goals-of", body.abbreviation().in(Texts.language())),
                    "",
                    !money);
        }
        tabs.add(Addresses.plan(MONEY), t("workspace.plan.money"), "", money);
        return tabs;
    }

    private Optional<Body> ownBody() {
        return person.find().map(Person::body).flatMap(tree()::body);
    }

    private Div goals(@Nullable Body body) {
        var content = new Div();
        if (body != null) {
            content.add(
                    new Paragraph(t("workspace.plan.goals-of.lead", body.name().in(Texts.language()))));
        }
        var shown = tree().directions().stream()
                .map(direction -> direction(direction, body))
                .flatMap(Optional::stream)
                .toList();
        shown.forEach(content::add);
        if (shown.isEmpty()) {
            content.add(Ui.div("z-card z-empty", new Paragraph(t("workspace.plan.no-goals"))));
        }
        return content;
    }

    private Optional<Div> direction(Direction direction, @Nullable Body body) {
        var goals = direction.goals().stream()
                .filter(goal -> body == null || goal.isDutyOf(body.ref().id()))
                .toList();
        if (goals.isEmpty()) {
            return Optional.empty();
        }
        var heading = new H2(direction.title().in(Texts.language()));
        heading.getElement()
                .insertChild(
                        0,
                        Ui.span("ws-number", String.valueOf(direction.number())).getElement());
        var list = new OrderedList();
        list.addClassName("ws-goals");
        goals.forEach(goal -> list.add(goal(goal)));
        return Optional.of(Ui.div("z-card ws-direction", heading, list));
    }

    private String address(Goal goal) {
        return draft == null ? Addresses.goal(goal.number()) : Addresses.goal(goal.number(), Section.INDICATORS, draft);
    }

    private ListItem goal(Goal goal) {
        var summary = GoalSummary.of(goal);
        var link = Ui.link(address(goal), goal.title().in(Texts.language()));
        link.addClassName("ws-goal-title");
        var item = new ListItem(
                Ui.span("ws-goal-number z-number", goal.number()),
                Ui.div(
                        "ws-goal-what",
                        link,
                        Ui.span(
                                "z-soft z-small",
                                t("workspace.plan.contents", summary.indicators(), summary.actions()))),
                Parts.responsible(summary));
        item.addClassName("ws-goal");
        return item;
    }

    private Div hits(String words) {
        var hits = PlanSearch.find(tree(), Texts.language(), words);
        var count = new Paragraph(
                hits.count() == 0 ? t("workspace.search.none", words) : t("workspace.search.found", hits.count()));
        count.getElement().setAttribute("role", "status");
        count.addClassName(hits.count() == 0 ? "z-empty" : "z-soft");
        var content = new Div(count);
        addHits(content, t("workspace.search.goals"), hits.goals());
        addHits(content, t("workspace.search.indicators"), hits.indicators());
        addHits(content, t("workspace.search.actions"), hits.actions());
        addHits(content, t("workspace.search.bodies"), hits.bodies());
        return content;
    }

    private static void addHits(Div content, String title, List<PlanSearch.Hit> hits) {
        if (hits.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("ws-hits");
        for (var hit : hits) {
            var link = Ui.link(hit.address(), hit.title());
            var item = new ListItem(Ui.span("ws-hit-number z-number", hit.number()), link);
            if (!hit.place().isEmpty()) {
                item.add(Ui.span("z-soft z-small", t("workspace.search.in-goal", hit.place())));
            }
            list.add(item);
        }
        content.add(Ui.div("z-card", new H2(title + " · " + hits.size()), list));
    }
}
