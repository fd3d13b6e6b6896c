package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import kz.zhospar.change.HandOverService;
import kz.zhospar.change.HandOverService.Leaver;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.PlanSnapshot;

/** Asks to whom and why; stays open with what was chosen and typed when it is refused. */
class HandOverDialog extends Dialog {

    private final HandOverService handOvers;
    private final PlanSnapshot plan;
    private final Leaver leaver;
    private final ComboBox<Person> successor = new ComboBox<>(t("posts.successor"));
    private final TextArea reason = new TextArea(t("posts.hand-over.reason"));
    private final Runnable done;

    HandOverDialog(HandOverService handOvers, PlanSnapshot plan, Leaver leaver, Runnable done) {
        this.handOvers = handOvers;
        this.plan = plan;
        this.leaver = leaver;
        this.done = done;
        setHeaderTitle(t("posts.hand-over.title", leaver.name()));
        setWidth("34rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        add(Ui.div(
                "z-posts-form",
                new Paragraph(t("posts.hand-over.consequence", leaver.requests())),
                choose(),
                explainWhy()));
        var confirm = Buttons.once(t("posts.hand-over.do"), this::perform);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("posts.cancel"), _ -> close()), confirm);
    }

    private ComboBox<Person> choose() {
        var candidates = handOvers.successors(leaver.account(), leaver.body());
        successor.setItems(candidates);
        successor.setItemLabelGenerator(
                one -> Signatures.of(plan.tree(), one.name(), one.position().key(), one.body()));
        successor.setWidthFull();
        if (candidates.isEmpty()) {
            successor.setHelperText(t("posts.successor.none"));
        }
        return successor;
    }

    private TextArea explainWhy() {
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxRows(8);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        return reason;
    }

    private void perform() {
        reason.setInvalid(false);
        if (successor.getValue() == null) {
            explain(t("posts.successor.missing"));
            return;
        }
        try {
            var record =
                    handOvers.handOver(leaver.account(), successor.getValue().account(), reason.getValue());
            close();
            done.run();
            Ui.tell(t("posts.handed-over", record.requests(), record.successor()));
        } catch (Refusal refusal) {
            explain(refusal);
        }
    }

    private void explain(Refusal refusal) {
        var message = Refusals.message(refusal, plan);
        switch (refusal.reason()) {
            case NOT_A_SUCCESSOR -> explain(message);
            case REASON_MISSING, TEXT_TOO_LONG -> {
                reason.setErrorMessage(message);
                reason.setInvalid(true);
                reason.focus();
            }
            default -> throw refusal;
        }
    }

    private void explain(String message) {
        successor.setErrorMessage(message);
        successor.setInvalid(true);
        successor.focus();
    }
}
