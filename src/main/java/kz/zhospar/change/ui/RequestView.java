package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

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
    private final Keeping keeping;
    private final List<RequestPanel> panels;

    private final Div head = Ui.div("z-page-head");
    private final Alert problem = new Alert();
    private final Div notice = Ui.div("z-alert wait");
    private final Div words = Ui.div("z-request-words");
    private final Ballot ballot;
    private final ChangesPart changes;
    private final Div below = Ui.div("z-request-below");
    private final Div actions = Ui.div("z-request-do");
    private final BuiltParts parts = new BuiltParts();
    private final RequestCourse course;

    private long number;
    private @Nullable RequestDetails shown;
    private @Nullable RequestText text;
    private @Nullable DecisionPart decision;

    RequestView(
            RequestService requests,
            DraftService drafts,
            ReviewService reviews,
            PlanService plans,
            CurrentPerson person,
            Clock clock,
            Signals signals,
            Keeping keeping,
            ObjectProvider<RequestPanel> panels) {
        this.requests = requests;
        this.drafts = drafts;
        this.reviews = reviews;
        this.plans = plans;
        this.person = person;
        this.clock = clock;
        this.keeping = keeping;
        this.panels = panels.orderedStream().toList();
        ballot = new Ballot(keeping, this::recount);
        changes = new ChangesPart(requests, drafts, plans, ballot, this.panels, this);
        notice.getElement().setAttribute("role", "status");
        course = new RequestCourse(plans, parts);
        var side = new Aside(course.route(), problem, actions);
        side.addClassName("z-request-side");
        Ui.describe(side, t("change.progress"));
        var main = Ui.div(
                "z-request-main",
                notice,
                words,
                course.rounds(),
                changes,
                below,
                course.decisions(),
                course.viewings());
        add(head, Ui.div("z-request", main, side));
        Follow.topic(this, signals, RequestService.TOPIC, this::hear);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            number = Long.parseLong(event.getRouteParameters().get("number").orElse(""));
            text = null;
            decision = null;
            parts.forget();
            changes.forget();
            show(requests.open(number));
        } catch (Refusal | NumberFormatException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void hear(Set<String> numbers) {
        if (numbers.contains(String.valueOf(number)) || numbers.contains(Signals.MISSED)) {
            refreshFromOutside();
        }
    }

    /**
     * Takes in what others have done to the request, or to the plan under it. Nothing that is being typed is touched.
     */
    void refreshFromOutside() {
        try {
            takeIn(requests.open(number));
        } catch (Refusal refusal) {
            tell(Refusals.message(refusal, plans.current()));
        }
    }

    private void takeIn(RequestDetails fresh) {
        var before = shown;
        update(fresh);
        if (before != null && before.mayDecide() && !before.contentHash().equals(fresh.contentHash())) {
            notice.removeAll();
            notice.add(new Paragraph(t(ballot.hasWords() ? "request.moved.kept" : "request.moved")));
            notice.setVisible(true);
        }
    }

    private void show(RequestDetails details) {
        problem.hide();
        notice.setVisible(false);
        update(details);
    }

    private void update(RequestDetails details) {
        panels.forEach(panel -> panel.renew(details));
        showText(details);
        changes.show(details);
        showProgress(details);
        showActions(details);
        parts.fill(
                below,
                PartKeys.further(details),
                () -> panels.stream().flatMap(panel -> panel.below(details).stream()));
        course.showRounds(details);
    }

    /** What changes while the author goes on typing; whatever can be pressed stays, or a click under way is lost. */
    private void showProgress(RequestDetails details) {
        shown = details;
        head.removeAll();
        head.add(new RequestHead(details, plans.current().tree()));
        course.showRoute(details);
    }

    private void showActions(RequestDetails details) {
        if (details.mayDecide() && decision != null) {
            decision.show(details);
            return;
        }
        decision = details.mayDecide() ? new DecisionPart(details, reviews, plans, ballot, keeping, this) : null;
        parts.fill(actions, PartKeys.actions(details), () -> decision == null ? offered(details) : Stream.of(decision));
    }

    private Stream<Component> offered(RequestDetails details) {
        var offered = new RequestActions(details, drafts, this);
        return offered.show(person.require()) ? Stream.of(offered) : Stream.of();
    }

    private void recount() {
        if (decision != null) {
            decision.recount();
        }
    }

    /** The fields stay where they are as long as they can be written in, or hold what has not been saved. */
    private void showText(RequestDetails details) {
        if (text != null && text.isEditable() && (details.mayWrite() || !text.isSaved())) {
            text.show(details);
            return;
        }
        var file = new BasisFilePart(details, details.mayWrite(), requests, drafts, plans);
        file.onChange(this::showProgress);
        text = details.mayWrite()
                ? RequestText.editable(details, file, plans.current(), clock, this::describe)
                : RequestText.readOnly(details, file);
        words.removeAll();
        words.add(text);
    }

    private void describe(String title, String justification, Basis basis) {
        showProgress(drafts.describe(number, title, justification, basis));
    }

    @Override
    public void submit(Supplier<RequestDetails> work) {
        if (text == null || text.isSaved()) {
            attempt(work);
        } else {
            tell(t("change.unsaved"));
        }
    }

    @Override
    public void attempt(Supplier<RequestDetails> work) {
        try {
            perform(work);
        } catch (RuntimeException e) {
            tell(
                    Refusals.explain(e, names()).orElseThrow(() -> e),
                    new Button(t("change.refresh"), _ -> perform(() -> requests.open(number))));
        }
    }

    @Override
    public void tell(String message) {
        tell(new Paragraph(message));
    }

    private void tell(Component... message) {
        problem.say(message);
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
        return t(
                "change.page-title",
                String.valueOf(number),
                shown == null ? "" : shown.summary().title());
    }
}
