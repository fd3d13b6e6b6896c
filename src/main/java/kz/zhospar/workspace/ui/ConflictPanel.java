package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** The changes of a draft under which the plan has moved: what was, what is now, what one wants, and the choice. */
class ConflictPanel extends Div {

    private final Drafting draft;

    ConflictPanel(Drafting draft) {
        this.draft = draft;
        addClassName("ws-conflicts");
        show();
        draft.onChange(this::show);
    }

    private void show() {
        removeAll();
        if (draft.conflicts().isEmpty()) {
            return;
        }
        var words = new PlanWords(Texts.language(), draft.approved());
        var panel = Ui.div(
                "z-alert wait", new H2(t("workspace.conflict.title")), new Paragraph(t("workspace.conflict.lead")));
        panel.getElement().setAttribute("role", "alert");
        draft.conflicts().forEach(conflict -> panel.add(conflict(conflict, words)));
        add(panel);
    }

    private Div conflict(Conflict conflict, PlanWords words) {
        return Ui.div(
                "ws-conflict",
                Ui.span("ws-conflict-place", place(conflict.change(), words)),
                value("workspace.conflict.base", conflict.base(), words),
                value("workspace.conflict.theirs", conflict.theirs(), words),
                value("workspace.conflict.mine", conflict.mine(), words),
                Ui.div(
                        "z-actions",
                        new Button(t("workspace.conflict.keep-mine"), click -> settle(conflict, true)),
                        new Button(t("workspace.conflict.take-theirs"), click -> settle(conflict, false))));
    }

    private static Div value(String label, @Nullable Object value, PlanWords words) {
        var text = value instanceof Item item ? words.title(item) : words.value(value);
        return new Div(Ui.span("z-soft z-small", t(label)), new Span(text));
    }

    private static String place(Change change, PlanWords words) {
        var item =
                words.name(change.ref()).orElseGet(() -> words.type(change.ref().type()));
        var field = change.fieldOrNull();
        return field == null ? item : item + " · " + words.field(field);
    }

    /** What is on the page stands on other values now, so it is read anew. */
    private void settle(Conflict conflict, boolean keepMine) {
        var outcome = draft.settle(conflict, keepMine);
        if (outcome.saved()) {
            UI.getCurrent().refreshCurrentRoute(false);
        } else if (outcome.message() != null) {
            Ui.warn(outcome.message());
        }
    }
}
