package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** One change request: what it would change and why, how far it has come, and what the reader can do with it. */
@Route("changes/:number")
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle, RequestActions.Desk {

    private final RequestService requests;
    private final DraftService drafts;
    private final ReviewService reviews;
    private final PlanService plans;
    private final CurrentPerson person;
    private final Clock clock;
    private final List<RequestPanel> panels;

    private final Div head = Ui.div("z-page-head");
    private final Div problem = Ui.div("z-alert bad");
    private final Div words = Ui.div("z-request-words");
    private final Section changes = section("z-request-changes");
    private final Section decisions = section("z-request-decisions");
    private final Div below = Ui.div("z-request-below");
    private final Section route = section("z-request-route");
    private final Div actions = Ui.div("z-request-do");

    private long number;
    private @Nullable RequestText text;
    private String title = "";

    RequestView(
            RequestService requests,
            DraftService drafts,
            ReviewService reviews,
            PlanService plans,
            CurrentPerson person,
            Clock clock,
            List<RequestPanel> panels) {
        this.requests = requests;
        this.drafts = drafts;
        this.reviews = reviews;
        this.plans = plans;
        this.person = person;
        this.clock = clock;
        this.panels = panels;
        problem.getElement().setAttribute("role", "alert");
        var side = new Aside(route, problem, actions);
        side.addClassName("z-request-side");
        Ui.describe(side, t("change.progress"));
        add(head, Ui.div("z-request", Ui.div("z-request-main", words, changes, decisions, below), side));
    }

    private static Section section(String className) {
        var section = new Section();
        section.addClassNames("z-card", className);
        return section;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            number = Long.parseLong(event.getRouteParameters().get("number").orElse(""));
            text = null;
            show(requests.open(number));
        } catch (Refusal | NumberFormatException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(RequestDetails details) {
        problem.setVisible(false);
        showText(details);
        showProgress(details);
        showActions(details);
        changes.removeAll();
        changes.add(new H2(t("change.changes", details.changes().size())), changes(details));
        decisions.removeAll();
        decisions.setVisible(!details.decisions().isEmpty());
        decisions.add(new H2(t("change.decisions")));
        byRound(details).forEach(decisions::add);
        below.removeAll();
        panels.forEach(panel -> panel.below(details).ifPresent(below::add));
    }

    /** What changes while the author goes on typing; whatever can be pressed stays, or a click under way is lost. */
    private void showProgress(RequestDetails details) {
        title = details.summary().title();
        head.removeAll();
        head.add(headline(details));
        route.removeAll();
        route.add(new H2(t("change.route")), new RouteSteps(plans.current().tree(), details));
    }

    private void showActions(RequestDetails details) {
        actions.removeAll();
        var offered = new RequestActions(details, drafts, reviews, plans.current(), this);
        if (offered.show(person.require())) {
            actions.add(offered);
        }
    }

    private Component headline(RequestDetails details) {
        var summary = details.summary();
        var crumbs = Ui.div("z-crumbs", Ui.link("changes", t("change.list")));
        var facts = Ui.div(
                "z-request-facts",
                RequestWords.state(details.state()),
                Ui.span("", Signatures.of(plans.current().tree(), summary.author(), null, summary.body())),
                Ui.span("", t("change.round", details.round())),
                Ui.span("", moment(details)));
        return Ui.div("z-request-head", crumbs, new H1(RequestWords.name(summary)), facts);
    }

    private static String moment(RequestDetails details) {
        var formats = Ui.formats();
        return details.state().isFinal() && details.closedAt() != null
                ? t("change.closed-at", formats.moment(details.closedAt()))
                : t("change.edited-at", formats.moment(details.summary().editedAt()));
    }

    /** The fields stay where they are as long as they can be written in: nobody types into a field that vanishes. */
    private void showText(RequestDetails details) {
        if (text != null && text.isEditable() && details.mayWrite()) {
            return;
        }
        text = details.mayWrite()
                ? RequestText.editable(details, plans.current(), clock, this::describe)
                : RequestText.readOnly(details);
        words.removeAll();
        words.add(text);
    }

    private void describe(String title, String justification, String basis) {
        showProgress(drafts.describe(number, title, justification, Basis.named(basis)));
    }

    private Component changes(RequestDetails details) {
        return details.changes().isEmpty()
                ? Ui.div("z-empty", Ui.span("", t("change.changes.none")))
                : new ChangeCards(
                        plans.current(), details.changes(), details.conflicts(), change -> beside(details, change));
    }

    private List<Component> beside(RequestDetails details, Change change) {
        var beside = new ArrayList<Component>(details.mayWrite() ? tools(details, change) : List.of());
        panels.forEach(panel -> panel.beside(details, change).ifPresent(beside::add));
        return beside;
    }

    private List<Button> tools(RequestDetails details, Change change) {
        return details.conflicts().stream()
                        .anyMatch(conflict -> conflict.change().equals(change))
                ? List.of(
                        tool("change.settle.mine", () -> drafts.settle(number, change, true)),
                        tool("change.settle.theirs", () -> drafts.settle(number, change, false)))
                : List.of(tool("change.drop", () -> drafts.drop(number, change)));
    }

    private Button tool(String key, Supplier<RequestDetails> work) {
        var button = Buttons.once(t(key), () -> attempt(work));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private List<Component> byRound(RequestDetails details) {
        return details.decisions().stream()
                .collect(Collectors.groupingBy(DecisionRecord::round, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(round -> (Component) Ui.div(
                        "z-request-round",
                        Ui.span("z-change-caption", t("change.round", round.getKey())),
                        new DecisionList(plans.current().tree(), round.getValue())))
                .toList();
    }

    @Override
    public void submit(Supplier<RequestDetails> work) {
        if (text == null || text.isSaved()) {
            attempt(work);
        } else {
            tell(new Paragraph(t("change.unsaved")));
        }
    }

    @Override
    public void attempt(Supplier<RequestDetails> work) {
        try {
            perform(work);
        } catch (RuntimeException e) {
            tell(
                    Refusals.explain(e, names()).orElseThrow(() -> e),
                    new Button(t("change.refresh"), _ -> perform(() -> requests.find(number))));
        }
    }

    private void tell(Component... message) {
        problem.removeAll();
        problem.add(message);
        problem.setVisible(true);
        problem.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    @Override
    public void perform(Supplier<RequestDetails> work) {
        show(work.get());
    }

    /** The plan in whose words a refusal is told: with the draft in it, which may add what is at fault. */
    private PlanSnapshot names() {
        try {
            return requests.preview(number).plan();
        } catch (Refusal _) {
            return plans.current();
        }
    }

    @Override
    public String getPageTitle() {
        return t("change.page-title", String.valueOf(number), title);
    }
}
