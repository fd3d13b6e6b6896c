package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.audit.ui.PlanScreen;
import kz.zhospar.audit.ui.ShownPlan;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.live.Presence;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.live.ui.WhoIsHere;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.PlanService;
import org.jspecify.annotations.Nullable;

/**
 * A goal: its indicators by year, actions, money and history; with {@code ?draft=}, the same with a draft in it. While
 * it is open it shows who else is there and what others do, and keeps what is being typed.
 */
@Route("plan/goals/:number")
@PermitAll
class GoalView extends Div implements BeforeEnterObserver, HasDynamicTitle, PlanScreen {

    /** An open page: what is on it, and from which state of the goal. */
    private record Page(
            GoalParts parts,
            MovedBar moved,
            Goal shown,
            @Nullable Drafting draft) {}

    private final PlanService plans;
    private final PlanArchive archive;
    private final RequestService requests;
    private final DraftService drafts;
    private final HistoryService histories;
    private final CurrentPerson person;
    private final Presence presence;
    private final Div content = new Div();
    private String number = "";
    private ShownPlan plan;
    private @Nullable WhoIsHere here;
    private @Nullable Page page;

    GoalView(
            PlanService plans,
            PlanArchive archive,
            RequestService requests,
            DraftService drafts,
            HistoryService histories,
            CurrentPerson person,
            Presence presence,
            Signals signals) {
        this.plans = plans;
        this.archive = archive;
        this.plan = ShownPlan.inForce(plans);
        this.requests = requests;
        this.drafts = drafts;
        this.histories = histories;
        this.person = person;
        this.presence = presence;
        addClassName("ws-goal-page");
        add(content);
        // Between making the page and following, the plan may have moved.
        addAttachListener(_ -> {
            if (page != null && page.draft() == null) {
                planMoved();
            }
        });
        Follow.topic(this, signals, "plan", _ -> planMoved());
        Follow.topic(this, signals, RequestService.TOPIC, this::requestsMoved);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = number;
        number = event.getRouteParameters().get("number").orElse("");
        var asked = event.getLocation().getQueryParameters();
        content.removeAll();
        page = null;
        plan = ShownPlan.enter(plans, archive, asked);
        var goal = plan.get().tree().goal(number);
        comeTo(goal.orElse(null), number.equals(before));
        goal.ifPresentOrElse(
                found -> show(found, asked), () -> content.add(Parts.notFound(t("workspace.not-found.goal", number))));
    }

    @Override
    public String getPageTitle() {
        return plan.titled(t("workspace.title.goal", number));
    }

    @Override
    public ShownPlan shownPlan() {
        return plan;
    }

    /** Going from one part of a goal to another is no coming and going. */
    private void comeTo(@Nullable Goal goal, boolean same) {
        if (here != null) {
            here.forgetListeners();
            if (same && !plan.isPast()) {
                return;
            }
            remove(here);
            here = null;
        }
        if (goal != null && !plan.isPast() && person.find().isPresent()) {
            here = new WhoIsHere(
                    presence,
                    "goal/" + goal.number(),
                    body -> plans.current().tree().bodyLabel(body, Texts.language()));
            addComponentAsFirst(here);
        }
    }

    private void show(Goal goal, QueryParameters asked) {
        var draft = asked.getSingleParameter("draft");
        if (draft.isEmpty() || plan.isPast()) {
            open(goal, asked, null);
            return;
        }
        try {
            var drafting = drafting(goal, Long.parseLong(draft.get()));
            if (drafting.details().mayWrite()) {
                open(goal, asked, drafting);
            } else {
                content.add(closed(drafting.number()));
                open(goal, asked, null);
            }
        } catch (Refusal | NumberFormatException e) {
            content.add(Parts.notFound(t("workspace.not-found.draft", draft.get())));
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

    private void open(Goal goal, QueryParameters asked, @Nullable Drafting draft) {
        var section = Section.of(asked.getSingleParameter("section").orElse(""));
        var parts = new GoalParts(plan, histories, person, goal, draft, here);
        var moved = new MovedBar();
        content.add(head(goal, section, parts, draft));
        if (draft != null) {
            content.add(new DraftBar(draft, Addresses.goal(number, section, null)), new ConflictPanel(draft));
        }
        content.add(parts.tabs(section), parts.section(section, asked), moved);
        parts.onCaughtUp(moved::dismiss);
        page = new Page(parts, moved, goal, draft);
    }

    private static Div closed(long draft) {
        var alert = Ui.div(
                "z-alert wait",
                new Paragraph(t("workspace.draft.closed", String.valueOf(draft))),
                Ui.link(Addresses.request(draft), t("workspace.draft.to-request")));
        alert.getElement().setAttribute("role", "status");
        return alert;
    }

    private Div head(Goal goal, Section section, GoalParts parts, @Nullable Drafting draft) {
        var head = Ui.div("z-page-head ws-goal-head", parts.title());
        if (draft == null
                && !plan.isPast()
                && writer().isPresent()
                && !drafts.proposable(goal).isEmpty()) {
            head.add(new DraftChoice(requests, drafts, goal.number(), section));
        }
        return head;
    }

    private void planMoved() {
        if (page == null || plan.isPast()) {
            return;
        }
        if (page.draft() != null) {
            take(page, page.draft().renew());
            return;
        }
        var now = plans.current().tree().goal(number);
        if (now.isEmpty()) {
            UI.getCurrent().refreshCurrentRoute(false);
        } else if (!now.get().equals(page.shown())) {
            page.parts().renew();
            page = new Page(page.parts(), page.moved(), now.get(), null);
        }
    }

    /** Another tab may have written in the draft; other requests only give places free or hold them. */
    private void requestsMoved(Set<String> numbers) {
        if (page == null || page.draft() == null) {
            return;
        }
        var draft = page.draft();
        var mine = numbers.contains(String.valueOf(draft.number())) || numbers.contains(Signals.MISSED);
        take(page, mine ? draft.renew() : draft.renewLocks());
    }

    private static void take(Page page, Drafting.Renewal renewal) {
        switch (renewal) {
            case NOTHING -> {}
            case LOCKS -> page.parts().renew();
            case PLAN -> take(page, t("live.moved.plan"));
            case DRAFT -> take(page, t("live.moved.draft"));
            case CLOSED -> page.moved().tell(t("live.moved.draft"));
        }
    }

    private static void take(Page page, String whatMoved) {
        if (!page.parts().renew()) {
            page.moved().tell(whatMoved);
        }
    }
}
