package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.plan.PlanSnapshot;

/** Asks for the reason of a decision; stays open with what was typed when the decision is refused. */
class DecisionDialog extends Dialog {

    private final TextArea reason = new TextArea(t("change.reason"));
    private final Alert problem = new Alert();

    /**
     * What is asked.
     *
     * @param key under which the reason is kept as it is typed
     */
    record Question(String title, String consequence, ButtonVariant tone, String key) {}

    private final Kept kept;

    /** @param decide takes the reason; throws when the decision is not taken */
    DecisionDialog(Question question, PlanSnapshot plan, Keeping keeping, Consumer<String> decide) {
        setHeaderTitle(question.title());
        setWidth("34rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        reason.setWidthFull();
        reason.setMinRows(4);
        reason.setMaxRows(12);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        kept = Kept.in(reason, question.key(), keeping);
        add(new Paragraph(question.consequence()), reason, problem);
        getFooter().add(new Button(t("change.cancel"), _ -> close()), confirm(question, plan, decide));
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }

    private Button confirm(Question question, PlanSnapshot plan, Consumer<String> decide) {
        var confirm = Buttons.once(question.title(), () -> attempt(plan, decide));
        confirm.addThemeVariants(ButtonVariant.PRIMARY, question.tone());
        return confirm;
    }

    private void attempt(PlanSnapshot plan, Consumer<String> decide) {
        if (reason.isEmpty() || reason.getValue().isBlank()) {
            reason.setErrorMessage(t("change.refusal.REASON_MISSING"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        reason.setInvalid(false);
        problem.hide();
        try {
            decide.accept(reason.getValue());
            kept.sent();
            close();
        } catch (RuntimeException e) {
            problem.say(Refusals.explain(e, plan).orElseThrow(() -> e));
        }
    }
}
