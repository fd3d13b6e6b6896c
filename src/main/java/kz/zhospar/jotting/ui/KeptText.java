package kz.zhospar.jotting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import kz.zhospar.common.ui.Outages;
import kz.zhospar.jotting.JottingTooLong;
import kz.zhospar.jotting.Jottings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A field whose text is kept on the server while one types, and found again in the next session, on any machine. When it
 * cannot be kept, the field says so and holds on to it.
 */
public final class KeptText {

    private static final Logger LOG = LoggerFactory.getLogger(KeptText.class);
    private static final int PAUSE_MILLISECONDS = 1000;
    private static final String PROBLEM = "z-not-kept";

    private final TextFieldBase<?, String> field;
    private final String key;
    private final Jottings jottings;
    private final String help;

    private String kept;

    private KeptText(TextFieldBase<?, String> field, String key, Jottings jottings) {
        this.field = field;
        this.key = key;
        this.jottings = jottings;
        this.help = field.getHelperText() == null ? "" : field.getHelperText();
        this.kept = jottings.find(key).orElse("");
        if (!kept.isEmpty()) {
            field.setValue(kept);
        }
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        field.addValueChangeListener(_ -> keep());
        // Leaving the field brings along what was typed in the last moment.
        field.addBlurListener(_ -> keep());
    }

    /** Fills the field with what was kept under the key, and keeps from now on what is typed into it. */
    public static KeptText in(TextArea field, String key, Jottings jottings) {
        return new KeptText(field, key, jottings);
    }

    /** Fills the field with what was kept under the key, and keeps from now on what is typed into it. */
    public static KeptText in(TextField field, String key, Jottings jottings) {
        return new KeptText(field, key, jottings);
    }

    /** The text has reached its goal: it is kept no longer, and the field is ready for another one. */
    public void sent() {
        kept = "";
        field.clear();
        try {
            jottings.drop(key);
        } catch (RuntimeException e) {
            // What was sent stays sent; at worst its text is offered once more.
            LOG.warn("Could not drop {}", key, e);
        }
    }

    private void keep() {
        var text = field.getValue();
        if (text.equals(kept)) {
            calm();
            return;
        }
        try {
            jottings.keep(key, text);
            kept = text;
            calm();
        } catch (JottingTooLong e) {
            say(t("jotting.too-long", e.longest()));
        } catch (RuntimeException e) {
            LOG.warn("Could not keep {}", key, e);
            say(Outages.explain(e).orElseGet(() -> t("jotting.not-kept")));
        }
    }

    private void say(String problem) {
        field.setHelperText(problem);
        field.addClassName(PROBLEM);
    }

    private void calm() {
        if (field.hasClassName(PROBLEM)) {
            field.setHelperText(help);
            field.removeClassName(PROBLEM);
        }
    }
}
