package kz.zhospar.notification.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import kz.zhospar.common.ui.Ui;

/** A plain radio button of the browser: reached and moved by the keyboard as everywhere. */
@Tag("input")
class Radio extends AbstractSinglePropertyField<Radio, Boolean> {

    private static final long serialVersionUID = 1L;

    Radio(String group, boolean checked, String label) {
        super("checked", false, false);
        getElement().setAttribute("type", "radio");
        getElement().setAttribute("name", group);
        Ui.describe(this, label);
        setSynchronizedEvent("change");
        setValue(checked);
    }
}
