package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Objects;
import kz.zhospar.common.ui.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A field whose text is kept as one types, and found again. When it cannot be kept, the field says so. */
final class Kept {

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final int PAUSE_MILLISECONDS = 1000;

    private final TextFieldBase<?, String> field;
    private final String key;
    private final Keeping keeping;
    private final String help;

    private Kept(TextFieldBase<?, String> field, String key, Keeping keeping) {
        this.field = field;
        this.key = key;
        this.keeping = keeping;
        this.help = Objects.requireNonNullElse(field.getHelperText(), "");
        keeping.find(key).ifPresent(field::setValue);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        field.addValueChangeListener(_ -> keep());
    }

    static Kept in(TextFieldBase<?, String> field, String key, Keeping keeping) {
        return new Kept(field, key, keeping);
    }

    private void keep() {
        try {
            if (field.isEmpty()) {
                keeping.drop(key);
            } else {
                keeping.keep(key, field.getValue());
            }
            field.setHelperText(help);
        } catch (RuntimeException e) {
            LOG.warn("Could not keep {}", key, e);
            field.setHelperText(Outages.explain(e).orElseGet(() -> t("request.not-kept")));
        }
    }

    /** What was typed has reached its goal. */
    void sent() {
        try {
            keeping.drop(key);
        } catch (RuntimeException e) {
            // What was sent stays sent; at worst its text is offered once more.
            LOG.warn("Could not drop {}", key, e);
        }
    }
}
