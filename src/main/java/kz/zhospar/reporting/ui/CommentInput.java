package kz.zhospar.reporting.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.data.value.ValueChangeMode;

/** A plain field of several lines, saved while one types in it. */
@Tag("textarea")
class CommentInput extends AbstractSinglePropertyField<CommentInput, String> implements HasStyle {

    private static final int SAVED_AFTER_MILLISECONDS = 800;

    CommentInput() {
        super("value", "", false);
        getElement().setAttribute("rows", "1");
        setSynchronizedEvent(ValueChangeMode.eventForMode(ValueChangeMode.LAZY, "input"));
        ValueChangeMode.applyChangeTimeout(
                ValueChangeMode.LAZY, SAVED_AFTER_MILLISECONDS, getSynchronizationRegistration());
    }
}
