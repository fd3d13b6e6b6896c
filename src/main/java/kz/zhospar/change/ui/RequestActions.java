package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.function.Supplier;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestState;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;

/** What the author, or who may go on in his stead, can do with the request now. */
class RequestActions extends Section {

    /** Does what was asked for and shows the outcome on the page. */
    interface Desk {
        /** Shows a refusal on the page. */
        void attempt(Supplier<RequestDetails> work);

        /** The same, unless something that the author wrote has not been kept. */
        void submit(Supplier<RequestDetails> work);

        /** Throws a refusal on. */
        void perform(Supplier<RequestDetails> work);

        /** Says on the page why nothing was done. */
        void tell(String message);
    }

    private final RequestDetails details;
    private final DraftService drafts;
    private final Desk desk;

    RequestActions(RequestDetails details, DraftService drafts, Desk desk) {
        this.details = details;
        this.drafts = drafts;
        this.desk = desk;
        addClassNames("z-card", "z-request-actions");
    }

    /** Shows what the person can do; false when there is nothing. */
    boolean show(Person person) {
        if (details.mayWrite()) {
            writing();
        } else if (isAuthor(person) && details.state() == RequestState.IN_REVIEW) {
            add(new H2(t("change.do")), new Paragraph(t("change.under-review")), withdraw());
        } else if (details.mayTakeOver() && details.state().isOpen()) {
            add(new H2(t("change.do")), new Paragraph(t("request.take-over.what", details.writer())), takeOver());
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
        var consequence =
                details.state() == RequestState.IN_REVIEW ? "change.withdraw.consequence" : "change.withdraw.set-aside";
        return Buttons.once(
                t("change.withdraw"),
                () -> new Confirmation(
                                t("change.withdraw.title", String.valueOf(details.number())),
                                t(consequence),
                                t("change.withdraw"),
                                () -> desk.attempt(() -> drafts.withdraw(details.number())))
                        .open());
    }

    private Component takeOver() {
        return Buttons.once(
                t("request.take-over"),
                () -> new Confirmation(
                                t("request.take-over.title", String.valueOf(details.number())),
                                t("request.take-over.consequence", details.writer()),
                                t("request.take-over.confirm"),
                                () -> desk.attempt(() -> drafts.takeOver(details.number())))
                        .open());
    }
}
