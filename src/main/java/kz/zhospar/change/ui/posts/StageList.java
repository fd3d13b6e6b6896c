package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.common.ui.Alert;
import kz.zhospar.common.ui.Ui;

/** The stages of a route in their order, to be moved, given days, taken out and added. */
class StageList extends Div {

    private static final int USUAL_DAYS = 3;

    private final List<StageRow> rows = new ArrayList<>();
    private final OrderedList list = new OrderedList();
    private final Alert problem = new Alert();
    private final Select<Step> next = new Select<>();
    private final Div adding;

    StageList() {
        list.addClassName("z-stages");
        next.setLabel(t("posts.stage.next"));
        next.setItemLabelGenerator(step -> t("change.step." + step));
        adding = Ui.div("z-stage-adding", next, new Button(t("posts.stage.add"), _ -> add()));
        add(list, problem, adding);
    }

    void show(List<RouteStage> stages) {
        rows.clear();
        stages.forEach(stage -> rows.add(row(stage)));
        arrange();
    }

    List<RouteStage> value() {
        return rows.stream().map(StageRow::value).toList();
    }

    void forgetProblems() {
        problem.hide();
        rows.forEach(StageRow::forgetProblem);
    }

    /** Says that the route as a whole cannot be. */
    void explain(String message) {
        problem.say(message);
    }

    /** Says that one stage cannot be. */
    void explain(Step step, String message) {
        rows.stream().filter(row -> row.step() == step).forEach(row -> row.explain(message));
    }

    private StageRow row(RouteStage stage) {
        return new StageRow(stage, this::move, this::remove);
    }

    private void add() {
        if (next.getValue() != null) {
            var row = row(new RouteStage(next.getValue(), USUAL_DAYS));
            rows.add(row);
            arrange();
            row.focus();
        }
    }

    private void remove(StageRow row) {
        rows.remove(row);
        arrange();
        next.focus();
    }

    private void move(StageRow row, int by) {
        var at = rows.indexOf(row);
        Collections.swap(rows, at, at + by);
        arrange();
        row.focusMove(by);
    }

    private void arrange() {
        list.removeAll();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).place(i > 0, i < rows.size() - 1);
            list.add(rows.get(i));
        }
        var unused = Stream.of(Step.values())
                .filter(step -> rows.stream().noneMatch(row -> row.step() == step))
                .toList();
        next.setItems(unused);
        next.setValue(unused.isEmpty() ? null : unused.getFirst());
        adding.setVisible(!unused.isEmpty());
    }
}
