package kz.zhospar.calendar.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.util.function.Consumer;
import kz.zhospar.calendar.DeclaredDay;
import kz.zhospar.calendar.InvalidDay.Part;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;

/** Says what a removal means, and asks for its reason. */
class RemovalDialog extends AskingDialog {

    /** @param remove takes the reason */
    RemovalDialog(DeclaredDay day, Consumer<String> remove) {
        super(t("calendar.remove.title"));
        var reason = new TextArea(t("calendar.remove.reason"));
        reason.setMinRows(2);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        field(Part.REASON, reason);
        add(
                new Paragraph(t(
                        "calendar.remove.what",
                        DayWords.full(day.day()),
                        day.name().in(Texts.language()))),
                new Paragraph(t(isWeekend(day) ? "calendar.remove.off" : "calendar.remove.working")),
                Ui.div("z-calendar-form", reason));
        confirmBy(t("calendar.remove"), ButtonVariant.ERROR, () -> remove.accept(reason.getValue()));
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }

    private static boolean isWeekend(DeclaredDay day) {
        return day.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
