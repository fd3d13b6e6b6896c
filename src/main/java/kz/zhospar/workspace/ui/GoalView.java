package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.ui.HistoryPanel;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** A goal: its indicators by year, actions, money and history; with {@code ?draft=}, the same with a draft in it. */
@Route("plan/goals/:number")
@PermitAll
class GoalView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PlanService plans;
    private final RequestService requests;
    private final DraftService drafts;
    private final HistoryService histories;
    private final CurrentPerson person;
    private String number = "";

    GoalView(
            PlanService plans,
            RequestService requests,
            DraftService drafts,
            HistoryService histories,
            CurrentPerson person) {
        this.plans = plans;
        this.requests = requests;
        this.drafts = drafts;
        this.histories = histories;
        this.person = person;
        addClassName("ws-goal-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        var asked = event.getLocation().getQueryParameters();
        removeAll();
        plans.current()
                .tree()
                .goal(number)
                .ifPresentOrElse(
                        goal -> show(goal, asked), () -> add(Parts.notFound(t("workspace.not-found.goal", number))));
    }

    @Override
    public String getPageTitle() {
        return t("workspace.title.goal", number);
    }

    private void show(Goal goal, QueryParameters asked) {
        var draft = asked.getSingleParameter("draft");
        if (draft.isEmpty()) {
            page(goal, asked, null);
            return;
        }
        try {
            var drafting = drafting(goal, Long.parseLong(draft.get()));
            if (drafting.details().mayWrite()) {
                page(goal, asked, drafting);
            } else {
                add(closed(drafting.number()));
                page(goal, asked, null);
            }
        } catch (Refusal | NumberFormatException e) {
            add(Parts.notFound(t("workspace.not-found.draft", draft.get())));
        }
    }

    /** A draft of somebody else is as good as none. */
    private Drafting drafting(Goal goal, long draft) {
        var me = writer().orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, draft));
        var drafting = new Drafting(requests, drafts, plans, draft, goal);
        if (!drafting.details().summary().writerAccount().equals(me.account())) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, draft);
        }
        return drafting;
    }

    private Optional<Person> writer() {
        return person.find().filter(one -> one.body() != null && one.isWriter());
    }

    private void page(Goal goal, QueryParameters asked, @Nullable Drafting draft) {
        var section = Section.of(asked.getSingleParameter("section").orElse(""));
        var plan = draft == null ? plans.current() : draft.plan();
        var shown = plan.tree().goal(number).orElse(goal);
        add(head(goal, section, draft));
        if (draft != null) {
            add(new DraftBar(draft, Addresses.goal(number, section, null)), new ConflictPanel(draft));
        }
        add(tabs(shown, section, draft), section(section, plan, shown, asked, draft));
    }

    private static Div closed(long draft) {
        var alert = Ui.div(
                "z-alert wait",
                new Paragraph(t("workspace.draft.closed", String.valueOf(draft))),
                Ui.link(Addresses.request(draft), t("workspace.draft.to-request")));
        alert.getElement().setAttribute("role", "status");
        return alert;
    }

    private Div head(Goal goal, Section section, @Nullable Drafting draft) {
        var tree = plans.current().tree();
        var title = new H1(goal.title().in(Texts.language()));
        title.getElement().insertChild(0, Ui.span("ws-number", goal.number()).getElement());
        var words = new Div(
                Parts.crumbs(
                        Ui.link(Addresses.PLAN, t("workspace.crumbs.plan")),
                        Parts.crumb(Parts.directionOf(tree, goal))),
                title,
                Parts.responsible(GoalSummary.of(goal)));
        var head = Ui.div("z-page-head ws-goal-head", words);
        if (draft == null && writer().isPresent() && !drafts.proposable(goal).isEmpty()) {
            head.add(new DraftChoice(requests, drafts, goal.number(), section));
        }
        return head;
    }

    private static Tabs tabs(Goal goal, Section shown, @Nullable Drafting draft) {
        var tabs = new Tabs(t("workspace.goal.parts"));
        var summary = GoalSummary.of(goal);
        for (var section : Section.values()) {
            var count = switch (section) {
                case INDICATORS -> String.valueOf(summary.indicators());
                case ACTIONS -> String.valueOf(summary.actions());
                case MONEY, HISTORY -> "";
            };
            tabs.add(
                    Addresses.goal(goal.number(), section, draft == null ? null : draft.number()),
                    t("workspace.section." + section),
                    count,
                    section == shown);
        }
        return tabs;
    }

    private Component section(
            Section section, PlanSnapshot plan, Goal goal, QueryParameters asked, @Nullable Drafting draft) {
        return switch (section) {
            case INDICATORS -> indicators(plan, goal, draft);
            case ACTIONS ->
                new ActionsPart(
                        goal,
                        draft,
                        plans.current(),
                        asked.getSingleParameter("action").orElse(""));
            case MONEY -> money(plan, goal, draft);
            case HISTORY -> history(plan, goal, asked.getSingleParameter("of").orElse(""));
        };
    }

    private Div indicators(PlanSnapshot plan, Goal goal, @Nullable Drafting draft) {
        var grid = draft == null
                ? new ValueGrid(() -> IndicatorRows.of(plan, goal, null), null)
                : new ValueGrid(
                        () -> IndicatorRows.of(draft.plan(), current(draft, goal), draft), new CellEditor(draft));
        var legend = new Paragraph(t("workspace.indicators.legend"));
        legend.addClassNames("z-soft", "z-small", "ws-legend");
        return Ui.div("z-card ws-wide", new H2(t("workspace.section." + Section.INDICATORS)), legend, grid);
    }

    private Div money(PlanSnapshot plan, Goal goal, @Nullable Drafting draft) {
        var grid = draft == null
                ? new ValueGrid(() -> MoneyRows.ofGoal(plan, goal, null), null)
                : new ValueGrid(
                        () -> MoneyRows.ofGoal(draft.plan(), current(draft, goal), draft), new CellEditor(draft));
        var lead = new Paragraph(t("workspace.money.lead"));
        lead.addClassNames("z-soft", "z-small", "ws-legend");
        var remarks = new Div(remarks(plan, goal));
        if (draft != null) {
            draft.onChange(() -> {
                remarks.removeAll();
                remarks.add(remarks(draft.plan(), current(draft, goal)));
            });
        }
        return Ui.div("z-card ws-wide", new H2(t("workspace.money.title")), lead, grid, remarks);
    }

    private static MoneyRemarks remarks(PlanSnapshot plan, Goal goal) {
        return new MoneyRemarks(MoneyRows.differences(plan.tree(), goal), t("workspace.money.by-sources"));
    }

    private static Goal current(Drafting draft, Goal goal) {
        return draft.plan().tree().goal(goal.number()).orElse(goal);
    }

    private Div history(PlanSnapshot plan, Goal goal, String of) {
        var part = Ui.div("z-card");
        if (!HistoryAccess.of(person, histories, goal.ref())) {
            part.add(
                    new H2(t("workspace.section." + Section.HISTORY)),
                    Ui.div("z-empty", new Paragraph(t("workspace.history.not-yours"))));
            return part;
        }
        var value = CellKey.parse(of).filter(key -> belongs(goal, key.ref()));
        var item = value.map(CellKey::ref).or(() -> itemOf(of).filter(ref -> belongs(goal, ref)));
        item.ifPresentOrElse(
                ref -> {
                    var words = new PlanWords(Texts.language(), plan);
                    var name = words.name(ref).orElse("")
                            + value.map(key -> ". " + words.field(key.field())).orElse("");
                    part.add(
                            new H2(t("workspace.history.of", name)),
                            Ui.link(Addresses.goal(number, Section.HISTORY, null), t("workspace.history.whole-goal")),
                            new HistoryPanel(
                                    histories, ref, value.map(CellKey::field).orElse(null)));
                },
                () -> part.add(
                        new H2(t("workspace.section." + Section.HISTORY)), new HistoryPanel(histories, goal.ref())));
        return part;
    }

    private static boolean belongs(Goal goal, ItemRef ref) {
        return goal.items().anyMatch(ref::equals);
    }

    /** Empty for what names no item: an address may say anything. */
    private static Optional<ItemRef> itemOf(String of) {
        var parts = of.split("/");
        try {
            return parts.length == 2
                    ? Optional.of(new ItemRef(ItemType.valueOf(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
