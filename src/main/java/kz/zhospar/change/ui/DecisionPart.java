package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.ReviewService;
import kz.zhospar.change.Verdict;
import kz.zhospar.plan.PlanService;

/** Where an approver decides on his part: it sums up his verdicts, and each button says what will happen. */
class DecisionPart extends Section {

    private final ReviewService reviews;
    private final PlanService plans;
    private final Ballot ballot;
    private final Keeping keeping;
    private final RequestActions.Desk desk;

    private final Paragraph part = new Paragraph();
    private final Paragraph sum = new Paragraph();
    private final TextArea remark = new TextArea(t("change.remark"));
    private final Kept keptRemark;
    private final Button decide = Buttons.once("", this::decide);

    private RequestDetails details;

    DecisionPart(
            RequestDetails details,
            ReviewService reviews,
            PlanService plans,
            Ballot ballot,
            Keeping keeping,
            RequestActions.Desk desk) {
        this.details = details;
        this.reviews = reviews;
        this.plans = plans;
        this.ballot = ballot;
        this.keeping = keeping;
        this.desk = desk;
        addClassNames("z-card", "z-request-actions");
        remark.setWidthFull();
        remark.setMinRows(2);
        remark.setMaxRows(8);
        keptRemark = Kept.in(remark, "remark/" + details.number(), keeping);
        decide.addThemeVariants(ButtonVariant.PRIMARY);
        part.addClassNames("z-small", "z-soft");
        sum.addClassName("z-tally");
        sum.getElement().setAttribute("role", "status");
        add(new H2(t("change.decision")), part, sum, remark, decide);
        add(
                refuse(Verdict.RETURNED, t("change.return.ask"), t("change.return"), t("change.return.consequence")),
                refuse(Verdict.REJECTED, t("change.reject.ask"), t("change.reject"), t("change.reject.consequence")));
        show(details);
    }

    /** Takes in how the request stands now; what was typed stays. */
    final void show(RequestDetails now) {
        details = now;
        var mine = Objects.requireNonNull(now.mine());
        part.setText(String.join(" ", about(mine)));
        part.setVisible(!part.getText().isEmpty());
        recount();
    }

    private List<String> about(RequestDetails.OwnPart mine) {
        var about = new ArrayList<String>();
        if (mine.principal() != null) {
            about.add(t("request.decision.for", mine.principal()));
        }
        if (mine.changes().size() < details.changes().size()) {
            about.add(t(
                    "request.decision.part",
                    RequestWords.part(plans.current().tree(), mine.part()),
                    mine.changes().size(),
                    details.changes().size()));
        }
        return about;
    }

    /** Another verdict has been chosen. */
    void recount() {
        var tally = ballot.tally();
        sum.setText(tally.sum());
        decide.setText(tally.outcome(details, plans.current().tree()));
    }

    private void decide() {
        ballot.items(plans.current())
                .ifPresentOrElse(
                        items -> desk.attempt(() -> decided(remark.getValue(), items)),
                        () -> desk.tell(t("request.item.incomplete")));
    }

    private RequestDetails decided(String reason, List<ItemVerdict> items) {
        var outcome = reviews.decide(details.number(), details.contentHash(), reason, items);
        ballot.sent();
        keptRemark.sent();
        return outcome;
    }

    /** The same verdict on the whole part, with one reason. */
    private Button refuse(Verdict verdict, String ask, String title, String consequence) {
        return Buttons.once(ask, () -> {
            var tone = verdict == Verdict.RETURNED ? ButtonVariant.WARNING : ButtonVariant.ERROR;
            var key = "reason/" + details.number() + "/" + verdict;
            var question = new DecisionDialog.Question(title, consequence, tone, key);
            new DecisionDialog(
                            question,
                            plans.current(),
                            keeping,
                            reason -> desk.perform(() -> decided(reason, ballot.all(verdict, plans.current()))))
                    .open();
        });
    }
}
