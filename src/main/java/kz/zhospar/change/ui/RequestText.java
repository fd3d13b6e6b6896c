package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.Formats;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;

/** Title, justification and basis of a request; the author writes them in place, and what is written is kept. */
class RequestText extends Section {

    private static final int PAUSE_MILLISECONDS = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Keeps what is written. */
    interface Saver {
        void save(String title, String justification, String basis);
    }

    private record Written(String title, String justification, String basis) {}

    private final boolean editable;
    private final TextField title = new TextField(t("change.title"));
    private final TextArea justification = new TextArea(t("change.justification"));
    private final TextArea basis = new TextArea(t("change.basis"));
    private final Div status = new Div();

    private Written saved;

    private RequestText(RequestDetails details, boolean editable) {
        this.editable = editable;
        this.saved = new Written(
                details.summary().title(),
                details.justification(),
                details.basis().name());
        addClassNames("z-card", "z-request-text");
        add(new H2(t("change.about")));
    }

    static RequestText readOnly(RequestDetails details) {
        var text = new RequestText(details, false);
        text.add(
                written("change.justification", details.justification()),
                written("change.basis", details.basis().name()));
        return text;
    }

    static RequestText editable(RequestDetails details, PlanSnapshot plan, Clock clock, Saver saver) {
        var text = new RequestText(details, true);
        text.fields(details, () -> text.save(plan, clock, saver));
        return text;
    }

    /** Whether everything that is written here has been kept. */
    boolean isSaved() {
        return !editable || written().equals(saved);
    }

    private Written written() {
        return new Written(title.getValue(), justification.getValue(), basis.getValue());
    }

    boolean isEditable() {
        return editable;
    }

    private static Component written(String label, String text) {
        return Ui.div(
                "z-request-written",
                Ui.span("z-change-caption", t(label)),
                text.isBlank() ? Ui.span("z-soft", t("plan.nothing")) : new FoldedText(text));
    }

    private void fields(RequestDetails details, Runnable save) {
        title.setValue(details.summary().title());
        justification.setValue(details.justification());
        basis.setValue(details.basis().name());
        title.setRequiredIndicatorVisible(true);
        justification.setRequiredIndicatorVisible(true);
        basis.setHelperText(t("change.basis.help"));
        for (HasValueChangeMode field : List.of(title, justification, basis)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        }
        title.addValueChangeListener(_ -> save.run());
        justification.addValueChangeListener(_ -> save.run());
        basis.addValueChangeListener(_ -> save.run());
        status.addClassNames("z-save-status", "z-small");
        status.getElement().setAttribute("role", "status");
        add(title, justification, basis, status);
    }

    private void save(PlanSnapshot plan, Clock clock, Saver saver) {
        var written = written();
        if (written.equals(saved) && !status.hasClassName("bad")) {
            return;
        }
        status.removeAll();
        status.removeClassName("bad");
        try {
            saver.save(written.title(), written.justification(), written.basis());
            saved = written;
            var time = TIME.format(clock.instant().atZone(Formats.ZONE));
            status.add(new Span(t("change.saved-at", time)));
        } catch (RuntimeException e) {
            status.addClassName("bad");
            var why = e instanceof Refusal refusal ? " " + Refusals.message(refusal, plan) : "";
            var again = new Button(t("change.save-again"), _ -> save(plan, clock, saver));
            again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            status.add(new Span(t("change.not-saved") + why), again);
            if (!(e instanceof Refusal)) {
                throw e;
            }
        }
    }
}
