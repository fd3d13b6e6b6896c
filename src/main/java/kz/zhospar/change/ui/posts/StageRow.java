package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.common.ui.Ui;

/** One stage of a route in writing. */
class StageRow extends ListItem {

    private static final int MOST_DAYS = 60;

    private final Step step;
    private final IntegerField days = new IntegerField(t("posts.stage.days"));
    private final Button up;
    private final Button down;

    /** @param move takes -1 for up and 1 for down */
    StageRow(RouteStage stage, ObjIntConsumer<StageRow> move, Consumer<StageRow> remove) {
        step = stage.step();
        var name = t("change.step." + step);
        days.setValue(stage.days());
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setStepButtonsVisible(true);
        // What the rules say of it is said when the route is saved.
        days.setManualValidation(true);
        days.setAriaLabel(t("posts.stage.days-of", name));
        up = button("posts.stage.up", name, () -> move.accept(this, -1));
        down = button("posts.stage.down", name, () -> move.accept(this, 1));
        var out = button("posts.stage.remove", name, () -> remove.accept(this));
        addClassName("z-stage");
        add(Ui.span("z-stage-name", name), days, Ui.div("z-actions", up, down, out));
    }

    private static Button button(String text, String step, Runnable work) {
        var button = new Button(t(text), _ -> work.run());
        button.setAriaLabel(t("posts.stage.does", t(text), step));
        return button;
    }

    Step step() {
        return step;
    }

    /** What is no number of days counts as none, which no route allows. */
    RouteStage value() {
        return new RouteStage(step, Objects.requireNonNullElse(days.getValue(), 0));
    }

    void place(boolean mayGoUp, boolean mayGoDown) {
        up.setEnabled(mayGoUp);
        down.setEnabled(mayGoDown);
    }

    void explain(String message) {
        days.setErrorMessage(message);
        days.setInvalid(true);
        days.focus();
    }

    void forgetProblem() {
        days.setInvalid(false);
    }

    void focus() {
        days.focus();
    }

    /** Stays on the button that moved the stage, or takes the other one at an end of the route. */
    void focusMove(int by) {
        var pressed = by < 0 ? up : down;
        (pressed.isEnabled() ? pressed : by < 0 ? down : up).focus();
    }
}
