package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import kz.zhospar.change.Basis;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.Formats;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** Title, justification and basis of a request; the author writes them in place, and what is written is kept. */
class RequestText extends Section {

    private static final int PAUSE_MILLISECONDS = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Keeps what is written. */
    interface Saver {
        void save(String title, String justification, Basis basis);
    }

    private record Written(String title, String justification, Basis basis) {
        static Written of(RequestDetails details) {
            return new Written(details.summary().title(), details.justification(), details.basis());
        }
    }

    private final boolean editable;
    private final TextField title = new TextField(t("change.title"));
    private final TextArea justification = new TextArea(t("change.justification"));
    private final TextArea basis = new TextArea(t("change.basis"));
    private final TextField basisNumber = new TextField(t("request.basis.number"));
    private final DayField basisDate = new DayField(t("request.basis.date"));
    private final BasisFilePart file;
    private final Div status = new Div();

    private Written saved;
    private boolean filling;

    private RequestText(RequestDetails details, boolean editable, BasisFilePart file) {
        this.editable = editable;
        this.file = file;
        this.saved = Written.of(details);
        addClassNames("z-card", "z-request-text");
        add(new H2(t("change.about")));
    }

    static RequestText readOnly(RequestDetails details, BasisFilePart file) {
        var text = new RequestText(details, false, file);
        text.add(
                written("change.justification", details.justification()),
                written("change.basis", details.basis().in(Texts.language())),
                file);
        return text;
    }

    static RequestText editable(
            RequestDetails details, BasisFilePart file, PlanSnapshot plan, Clock clock, Saver saver) {
        var text = new RequestText(details, true, file);
        text.fields(details, clock, () -> text.save(plan, clock, saver));
        return text;
    }

    /** Takes in what was changed elsewhere; a field in which something has not been saved yet stays as it is. */
    void show(RequestDetails details) {
        file.show(details);
        var now = Written.of(details);
        if (editable && !now.equals(saved)) {
            var before = saved;
            saved = now;
            filling = true;
            try {
                take(title, before.title(), now.title());
                take(justification, before.justification(), now.justification());
                take(basis, before.basis().name(), now.basis().name());
                take(basisNumber, before.basis().number(), now.basis().number());
                take(basisDate, before.basis().date(), now.basis().date());
            } finally {
                filling = false;
            }
        }
    }

    private static <T> void take(HasValue<?, T> field, @Nullable T before, @Nullable T now) {
        if (Objects.equals(field.getValue(), before) && !Objects.equals(before, now)) {
            field.setValue(now);
        }
    }

    /** Whether everything that is written here has been kept. */
    boolean isSaved() {
        return !editable || written().equals(saved) && !basisDate.isInvalid();
    }

    private Written written() {
        return new Written(
                title.getValue(),
                justification.getValue(),
                new Basis(basis.getValue(), basisNumber.getValue(), basisDate.getValue()));
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

    private void fields(RequestDetails details, Clock clock, Runnable save) {
        fill(Written.of(details));
        title.setRequiredIndicatorVisible(true);
        justification.setRequiredIndicatorVisible(true);
        basis.setHelperText(t("request.basis.help"));
        basisDate.setMax(LocalDate.ofInstant(clock.instant(), Formats.ZONE));
        basisDate.setI18n(basisDate.getI18n().setMaxErrorMessage(t("change.refusal.BASIS_DATE_LATER")));
        for (HasValueChangeMode field : List.of(title, justification, basis, basisNumber)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        }
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(title, justification, basis, basisNumber, basisDate)) {
            field.addValueChangeListener(_ -> {
                if (!filling) {
                    save.run();
                }
            });
        }
        status.addClassNames("z-save-status", "z-small");
        status.getElement().setAttribute("role", "status");
        add(title, justification, basis, Ui.div("z-basis-line", basisNumber, basisDate), file, status);
    }

    private void fill(Written written) {
        title.setValue(written.title());
        justification.setValue(written.justification());
        basis.setValue(written.basis().name());
        basisNumber.setValue(written.basis().number());
        basisDate.setValue(written.basis().date());
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
