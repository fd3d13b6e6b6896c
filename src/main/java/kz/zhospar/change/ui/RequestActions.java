package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.Progress;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.PlanSnapshot;

/** What the reader can do with the request now; each button says what will happen. */
class RequestActions extends Section {

    /** Does what was asked for and shows the outcome on the page. */
    interface Desk {
        /** Shows a refusal on the page. */
        void attempt(Supplier<RequestDetails> work);

        /** The same, unless something that the author wrote has not been kept. */
        void submit(Supplier<RequestDetails> work);

        /** Throws a refusal on. */
        void perform(Supplier<RequestDetails> work);
    }

    private final RequestDetails details;
    private final DraftService drafts;
    private final ReviewService reviews;
    private final PlanSnapshot plan;
    private final Desk desk;

    RequestActions(RequestDetails details, DraftService drafts, ReviewService reviews, PlanSnapshot plan, Desk desk) {
        this.details = details;
        this.drafts = drafts;
        this.reviews = reviews;
        this.plan = plan;
        this.desk = desk;
        addClassNames("z-card", "z-request-actions");
    }

    /** Shows what the person can do; false when there is nothing. */
    boolean show(Person person) {
        if (details.mayWrite()) {
            writing();
        } else if (isAuthor(person) && details.state() == RequestState.IN_REVIEW) {
            add(new H2(t("change.do")), new Paragraph(t("change.under-review")), withdraw());
        } else if (details.mayDecide()) {
            deciding();
        } else {
            return false;
        }
        return true;
    }

    private boolean isAuthor(Person person) {
        return details.summary().writerAccount().equals(person.account());
    }

    private void writing() {
        var submit = Buttons.once(t("change.submit"), () -> desk.submit(() -> drafts.submit(details.number())));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new H2(t("change.do")),
                new Paragraph(t("change.submit.route", RequestWords.route(details.stages()))),
                submit,
                goOn());
        if (details.state() != RequestState.WITHDRAWN) {
            add(withdraw());
        }
    }

    private Anchor goOn() {
        var goals = details.summary().goals();
        var place = goals.isEmpty() ? "plan" : "plan/goals/" + goals.getFirst();
        var link = Ui.link(place + "?draft=" + details.number(), t("change.go-on"));
        link.addClassName("z-button");
        return link;
    }

    private Button withdraw() {
        return new Button(t("change.withdraw"), _ -> {
            var dialog = new Dialog(t("change.withdraw.title", String.valueOf(details.number())));
            dialog.setMaxWidth("32rem");
            dialog.add(new Paragraph(t("change.withdraw.consequence")));
            var confirm = Buttons.once(t("change.withdraw"), () -> {
                dialog.close();
                desk.attempt(() -> drafts.withdraw(details.number()));
            });
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            dialog.getFooter().add(new Button(t("change.cancel"), _ -> dialog.close()), confirm);
            dialog.open();
        });
    }

    private void deciding() {
        var remark = new TextArea(t("change.remark"));
        remark.setWidthFull();
        remark.setMinRows(2);
        remark.setMaxRows(8);
        var approve = Buttons.once(
                approval(),
                () -> desk.attempt(() -> reviews.approve(details.number(), details.contentHash(), remark.getValue())));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new H2(t("change.decision")),
                remark,
                approve,
                refuse(
                        t("change.return.ask"),
                        new Refuse(
                                t("change.return"),
                                t("change.return.consequence"),
                                ButtonVariant.WARNING,
                                reason -> reviews.returnForRework(details.number(), details.contentHash(), reason))),
                refuse(
                        t("change.reject.ask"),
                        new Refuse(
                                t("change.reject"),
                                t("change.reject.consequence"),
                                ButtonVariant.ERROR,
                                reason -> reviews.reject(details.number(), details.contentHash(), reason))));
    }

    /** Names the step that comes next, or says that the plan will be changed. */
    private String approval() {
        var steps = details.stages();
        var current = IntStream.range(0, steps.size())
                .filter(index -> steps.get(index).progress() == Progress.CURRENT)
                .findFirst()
                .orElse(steps.size() - 1);
        return current + 1 < steps.size()
                ? t(
                        "change.approve.pass",
                        t("change.step." + steps.get(current + 1).step()))
                : t("change.approve.apply", Counts.changes(details.changes().size()));
    }

    private record Refuse(
            String title, String consequence, ButtonVariant tone, Function<String, RequestDetails> decision) {}

    private Component refuse(String ask, Refuse how) {
        return new Button(
                ask,
                _ -> new DecisionDialog(
                                how.title(),
                                how.consequence(),
                                how.tone(),
                                plan,
                                reason -> desk.perform(() -> how.decision().apply(reason)))
                        .open());
    }
}
