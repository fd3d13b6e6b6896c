package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanSnapshot;

/**
 * Where an approver writes another value: in one field, or for a text in one for each language, of which those that stay
 * empty leave what is proposed as it is.
 */
class SuggestionField extends Div {

    private final Map<Language, TextField> fields = new EnumMap<>(Language.class);
    private final List<Kept> kept;

    /** @param place of the change, under which what is typed is kept */
    SuggestionField(Change change, String name, String place, Keeping keeping) {
        addClassName("z-suggestion");
        if (isText(change)) {
            for (var language : Language.values()) {
                var label = t("change.in-language." + language.code(), t("request.item.suggestion"));
                var spoken = t("change.in-language." + language.code(), t("request.item.suggestion-of", name));
                fields.put(language, field(label, spoken));
            }
            last().setHelperText(t("request.item.suggestion.languages"));
        } else {
            fields.put(Language.RU, field(t("request.item.suggestion"), t("request.item.suggestion-of", name)));
            last().setHelperText(t("request.item.suggestion.help"));
        }
        kept = fields.entrySet().stream()
                .map(entry -> Kept.in(entry.getValue(), key(entry.getKey(), place), keeping))
                .toList();
    }

    private static boolean isText(Change change) {
        return change instanceof Change.Edit edit && edit.field().attribute().type() == LocalizedText.class;
    }

    private TextField field(String label, String spoken) {
        var field = new TextField(label);
        field.setManualValidation(true);
        field.setAriaLabel(spoken);
        add(field);
        return field;
    }

    private TextField last() {
        return fields.values().stream().reduce((_, next) -> next).orElseThrow();
    }

    private String key(Language language, String place) {
        return fields.size() == 1 ? "suggestion/" + place : "suggestion/" + place + "/" + language.code();
    }

    boolean isEmpty() {
        return fields.values().stream().allMatch(TextField::isEmpty);
    }

    /** What is written, as far as it is shown. */
    Suggestion read(Change change, PlanSnapshot plan) {
        if (!isVisible()) {
            return Suggestion.NONE;
        }
        var texts = new EnumMap<Language, String>(Language.class);
        fields.forEach((language, field) -> texts.put(language, field.getValue()));
        return Suggestion.read(change, texts, plan);
    }

    /** Marks what cannot be taken; false when there is something. */
    boolean check(Change change, PlanSnapshot plan) {
        var problem = read(change, plan).problem();
        fields.values().forEach(field -> field.setInvalid(false));
        if (problem != null) {
            written().setErrorMessage(problem);
            written().setInvalid(true);
        }
        return problem == null;
    }

    private TextField written() {
        return fields.values().stream()
                .filter(field -> !field.getValue().isBlank())
                .findFirst()
                .orElseGet(this::last);
    }

    void focus() {
        written().focus();
    }

    /** What was typed has reached its goal. */
    void sent() {
        kept.forEach(Kept::sent);
    }
}
