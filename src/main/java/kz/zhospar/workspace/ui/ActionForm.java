package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Objects;
import java.util.function.Supplier;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.plan.Recurrence;
import org.jspecify.annotations.Nullable;

/** The wording and terms of one action, saved as they are written. */
class ActionForm extends Div {

    private static final int SAVED_AFTER_MILLISECONDS = 800;

    private final Drafting draft;
    private final Action action;
    private final Span state = new Span();
    private final TextField ru;
    private final TextField kk;
    private final TextField en;

    ActionForm(Drafting draft, Action action, Runnable close) {
        this.draft = draft;
        this.action = action;
        addClassName("ws-action-form");
        state.getElement().setAttribute("role", "status");
        state.addClassNames("z-soft", "z-small");
        ru = text(
                Attribute.TITLE, t("workspace.action.title.ru"), action.title().ru(), this::title);
        kk = text(
                Attribute.TITLE, t("workspace.action.title.kk"), action.title().kk(), this::title);
        en = text(
                Attribute.TITLE, t("workspace.action.title.en"), action.title().en(), this::title);
        ru.addClassName("ws-full");
        kk.addClassName("ws-full");
        en.addClassName("ws-full");
        add(
                ru,
                kk,
                en,
                year(Attribute.FROM, action.from()),
                year(Attribute.TO, action.to()),
                due(),
                recurrence(),
                official(),
                Ui.div("ws-full z-actions", new Button(t("workspace.action.done"), click -> close.run()), state));
        ru.focus();
    }

    private LocalizedText title() {
        return new LocalizedText(
                ru.getValue().strip(), kk.getValue().strip(), en.getValue().strip());
    }

    private TextField text(Attribute attribute, String label, String value, Supplier<@Nullable Object> read) {
        var field = new TextField(label);
        field.setValue(value);
        saveWhileTyping(field, attribute, read);
        lockIfHeld(field, attribute);
        return field;
    }

    private TextField year(Attribute attribute, @Nullable Integer value) {
        var field = new TextField(label(attribute));
        field.setValue(Objects.toString(value, ""));
        field.setAllowedCharPattern("[0-9]");
        field.setMaxLength(4);
        saveWhileTyping(field, attribute, () -> field.isEmpty() ? null : Integer.valueOf(field.getValue()));
        lockIfHeld(field, attribute);
        return field;
    }

    private TextField due() {
        var field = new TextField(label(Attribute.DUE));
        field.setValue(Objects.toString(action.due(), ""));
        field.setHelperText(t("workspace.action.due.help"));
        saveWhileTyping(field, Attribute.DUE, () -> field.getValue().strip());
        lockIfHeld(field, Attribute.DUE);
        return field;
    }

    private Select<Recurrence> recurrence() {
        var words = new PlanWords(Texts.language(), draft.plan());
        var field = new Select<Recurrence>();
        field.setLabel(label(Attribute.RECURRENCE));
        field.setItems(Recurrence.values());
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(t("workspace.action.recurrence.none"));
        field.setItemLabelGenerator(one -> one == null ? t("workspace.action.recurrence.none") : words.value(one));
        field.setValue(action.recurrence());
        field.addValueChangeListener(e -> save(field, Attribute.RECURRENCE, e.getValue()));
        lockIfHeld(field, Attribute.RECURRENCE);
        return field;
    }

    private TextArea official() {
        var field = new TextArea(label(Attribute.OFFICIAL_TEXT));
        field.setValue(action.officialText());
        field.addClassName("ws-full");
        saveWhileTyping(field, Attribute.OFFICIAL_TEXT, () -> field.getValue().strip());
        lockIfHeld(field, Attribute.OFFICIAL_TEXT);
        return field;
    }

    private static String label(Attribute attribute) {
        return t("plan.attribute." + attribute);
    }

    private <C extends TextFieldBase<C, String>> void saveWhileTyping(
            C field, Attribute attribute, Supplier<@Nullable Object> read) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(SAVED_AFTER_MILLISECONDS);
        field.setManualValidation(true);
        field.addValueChangeListener(e -> save(field, attribute, read.get()));
    }

    private void save(HasValidation field, Attribute attribute, @Nullable Object value) {
        var outcome = draft.write(action.ref(), Field.of(attribute), value);
        field.setInvalid(!outcome.saved());
        field.setErrorMessage(outcome.saved() ? "" : outcome.message());
        state.setText(
                !outcome.saved()
                        ? t("workspace.action.not-saved", label(attribute))
                        : Objects.requireNonNullElseGet(outcome.message(), () -> t("workspace.grid.saved")));
    }

    private <F extends HasValue<?, ?> & HasHelper> void lockIfHeld(F field, Attribute attribute) {
        draft.lock(action.ref(), Field.of(attribute)).ifPresent(lock -> {
            field.setReadOnly(true);
            field.setHelperText(new YearCells(draft.plan(), draft).held(lock));
        });
    }
}
