package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;

/** Asks for the reason of a decision; stays open with what was typed when the decision is refused. */
class DecisionDialog extends Dialog {

    private final TextArea reason = new TextArea(t("change.reason"));
    private final Div problem = Ui.div("z-alert bad");

    /** @param decide takes the reason; throws when the decision is not taken */
    DecisionDialog(String title, String consequence, ButtonVariant tone, PlanSnapshot plan, Consumer<String> decide) {
        setHeaderTitle(title);
        setWidth("34rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        reason.setWidthFull();
        reason.setMinRows(4);
        reason.setMaxRows(12);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        problem.setVisible(false);
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(consequence), reason, problem);
        getFooter().add(new Button(t("change.cancel"), _ -> close()), confirm(title, tone, plan, decide));
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }

    private Button confirm(String text, ButtonVariant tone, PlanSnapshot plan, Consumer<String> decide) {
        var confirm = Buttons.once(text, () -> attempt(plan, decide));
        confirm.addThemeVariants(ButtonVariant.PRIMARY, tone);
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
        problem.setVisible(false);
        try {
            decide.accept(reason.getValue());
            close();
        } catch (RuntimeException e) {
            problem.removeAll();
            problem.add(Refusals.explain(e, plan).orElseThrow(() -> e));
            problem.setVisible(true);
        }
    }
}
