package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.plan.PlanService;
import org.jspecify.annotations.Nullable;

/** Asks for a reason, and for a day where one is needed; stays open with what was typed when it is refused. */
class ReasonDialog extends Dialog {

    /** Takes what was written; throws when it is refused. */
    interface Work {
        void with(String reason, @Nullable LocalDate until);
    }

    private final TextArea reason = new TextArea(t("reporting.field.REASON"));
    private final DayField until = new DayField(t("reporting.field.UNTIL"));
    private final Alert problem = new Alert();

    ReasonDialog(String title, String consequence, boolean withDay, PlanService plans, Work work) {
        setHeaderTitle(title);
        setWidth("34rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxRows(10);
        until.setVisible(withDay);
        until.addClassName("rp-until");
        add(new Paragraph(consequence), reason, until, problem);
        var confirm = Buttons.once(title, () -> attempt(plans, work));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("reporting.cancel"), _ -> close()), confirm);
    }

    private void attempt(PlanService plans, Work work) {
        try {
            work.with(reason.getValue(), until.getValue());
            close();
        } catch (RuntimeException e) {
            problem.say(ReportingWords.message(e, plans.current()).orElseThrow(() -> e));
        }
    }
}
