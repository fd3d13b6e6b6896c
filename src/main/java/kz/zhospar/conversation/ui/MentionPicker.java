package kz.zhospar.conversation.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Supplier;

/** Puts {@code @Name} into a text, where the cursor was, of somebody found by name, position or body. */
class MentionPicker extends Div {

    private static final String CARET = "element.inputElement.selectionStart";

    /** The sign at the beginning of a word; in an address of mail it stands within one. */
    private static final String SIGN =
            "event.data === '@' && /(^|[\\s(«])@$/.test(element.inputElement.value.slice(0, " + CARET + "))";

    private static final int NOT_TYPED = -1;

    private final TextArea area;
    private final Supplier<MentionLabels> people;
    private final Button button = new Button(t("conversation.mention"));

    private int caret = Integer.MAX_VALUE;

    /** Where the sign stands that opened the list. */
    private int sign = NOT_TYPED;

    MentionPicker(TextArea area, Supplier<MentionLabels> people) {
        this.area = area;
        this.people = people;
        addClassName("z-mention-picker");
        setVisible(false);
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.addClickListener(_ -> {
            sign = NOT_TYPED;
            open(!isVisible());
        });
        button.getElement().setAttribute("aria-expanded", "false");
        area.getElement()
                .addEventListener(
                        "focusout",
                        event -> leftAt(event.getEventData().path(CARET).asInt(Integer.MAX_VALUE)))
                .addEventData(CARET);
        area.getElement()
                .addEventListener(
                        "input", event -> typed(event.getEventData().path(CARET).asInt(1)))
                .setFilter(SIGN)
                .addEventData(CARET);
    }

    /** @param cursor as the browser tells it, which may tell anything */
    void leftAt(int cursor) {
        caret = Math.max(0, cursor);
    }

    /** The list opens by itself under the sign that has been typed. */
    void typed(int after) {
        caret = Math.max(1, after);
        sign = caret - 1;
        open(true);
    }

    /** Opens and closes the list of people. */
    Button button() {
        return button;
    }

    private void open(boolean open) {
        removeAll();
        setVisible(open);
        button.getElement().setAttribute("aria-expanded", String.valueOf(open));
        if (open) {
            var choice = choice(people.get());
            add(choice);
            choice.focus();
            choice.setOpened(true);
        }
    }

    private ComboBox<String> choice(MentionLabels people) {
        var choice = new ComboBox<String>(t("conversation.mention.whom"));
        choice.setItems(people.labels());
        choice.setItemLabelGenerator(people::describe);
        choice.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                insert(event.getValue());
                open(false);
                writeOn();
            }
        });
        choice.getElement()
                .addEventListener("keydown", _ -> {
                    open(false);
                    writeOn();
                })
                .setFilter("event.key === 'Escape'");
        return choice;
    }

    private void insert(String label) {
        var text = area.getValue();
        var at = Math.min(caret, text.length());
        var before = text.substring(0, at);
        if (begun(before)) {
            before = before.substring(0, sign);
        } else if (before.endsWith("@")) {
            before = before.substring(0, at - 1);
        } else if (!before.isEmpty() && !Character.isWhitespace(before.charAt(at - 1))) {
            before += " ";
        }
        before += "@" + label + " ";
        var after = text.substring(at);
        area.setValue(before + (after.startsWith(" ") ? after.substring(1) : after));
        caret = before.length();
    }

    /** Whether what was typed since the list opened is the sign and at most the beginning of a name. */
    private boolean begun(String before) {
        return sign != NOT_TYPED
                && sign < before.length()
                && before.substring(sign).matches("@[\\p{L}\\p{N}-]*");
    }

    /** The cursor goes behind the mention. */
    private void writeOn() {
        area.focus();
        area.getElement().executeJs("this.inputElement.setSelectionRange($0, $0)", caret);
    }
}
