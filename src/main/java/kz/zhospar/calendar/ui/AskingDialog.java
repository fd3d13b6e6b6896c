package kz.zhospar.calendar.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.zhospar.calendar.InvalidDay;
import kz.zhospar.calendar.InvalidDay.Part;
import kz.zhospar.calendar.InvalidDay.Problem;
import kz.zhospar.common.ui.Alert;

/** Asks for something; stays open with what was typed when it is refused, and says at each field why. */
class AskingDialog extends Dialog {

    private final Map<Part, HasValidation> fields = new EnumMap<>(Part.class);
    private final Alert refusal = new Alert();

    AskingDialog(String title) {
        setHeaderTitle(title);
        setWidth("36rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        add(refusal);
    }

    /** Where to say that a part of what was entered is wrong; the rest is said above the fields. */
    final void field(Part part, HasValidation field) {
        fields.put(part, field);
    }

    /** @param perform throws {@link InvalidDay} when what was entered cannot be taken */
    final void confirmBy(String text, ButtonVariant tone, Runnable perform) {
        var confirm = new Button(text);
        // A second click, already on its way, does nothing.
        confirm.setDisableOnClick(true);
        confirm.addThemeVariants(ButtonVariant.PRIMARY, tone);
        confirm.addClickListener(_ -> {
            try {
                attempt(perform);
            } finally {
                confirm.setEnabled(true);
            }
        });
        getFooter().add(new Button(t("calendar.cancel"), _ -> close()), confirm);
    }

    private void attempt(Runnable perform) {
        refusal.hide();
        try {
            perform.run();
            close();
        } catch (InvalidDay invalid) {
            explain(invalid.problems());
        }
    }

    private void explain(Set<Problem> problems) {
        fields.values().forEach(field -> field.setInvalid(false));
        var texts = problems.stream()
                .sorted()
                .collect(groupingBy(
                        Problem::part,
                        TreeMap::new,
                        mapping(problem -> t("calendar.problem." + problem), joining(" "))));
        texts.forEach(this::explain);
        texts.keySet().stream()
                .map(fields::get)
                .flatMap(field -> field instanceof Focusable<?> first ? Stream.of(first) : Stream.empty())
                .findFirst()
                .ifPresent(Focusable::focus);
    }

    private void explain(Part part, String text) {
        var field = fields.get(part);
        if (field == null) {
            refusal.say(text);
        } else {
            field.setErrorMessage(text);
            field.setInvalid(true);
        }
    }
}
