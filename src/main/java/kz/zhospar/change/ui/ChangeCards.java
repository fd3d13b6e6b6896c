package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;

/** A set of changes as cards, one for each item, under the goals that the items belong to. */
public class ChangeCards extends Div {

    public ChangeCards(PlanSnapshot plan, List<Change> changes) {
        this(plan, changes, List.of(), _ -> List.of());
    }

    /**
     * @param plan the approved plan that the changes are for
     * @param conflicts those of the changes whose base has moved
     * @param tools what the reader can do with one of the changes
     */
    public ChangeCards(
            PlanSnapshot plan,
            List<Change> changes,
            List<Conflict> conflicts,
            Function<Change, List<? extends Component>> tools) {
        this(plan, changes, conflicts, tools, _ -> List.of());
    }

    /** @param below what is told of one of the changes under it */
    ChangeCards(
            PlanSnapshot plan,
            List<Change> changes,
            List<Conflict> conflicts,
            Function<Change, List<? extends Component>> tools,
            Function<Change, List<Component>> below) {
        addClassName("z-changes");
        var words = new ChangeWords(plan, changes);
        byGoal(words, plan, changes).forEach((goal, items) -> {
            var section = new Section(heading(words, goal, items));
            section.addClassName("z-changes-goal");
            items.values()
                    .forEach(ofItem -> section.add(new ChangeCard(words, ofItem, of(ofItem, conflicts), tools, below)));
            add(section);
        });
    }

    /** In the order of the document; what stands above the goals comes first. */
    private static Map<String, Map<ItemRef, List<Change>>> byGoal(
            ChangeWords words, PlanSnapshot plan, List<Change> changes) {
        var order = new ArrayList<>(List.of(""));
        plan.tree().goals().map(Goal::number).forEach(order::add);
        var goals = new TreeMap<String, Map<ItemRef, List<Change>>>(
                Comparator.<String>comparingInt(order::indexOf).thenComparing(Comparator.naturalOrder()));
        for (var change : changes) {
            goals.computeIfAbsent(words.goalNumber(change.ref()).orElse(""), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(change.ref(), _ -> new ArrayList<>())
                    .add(change);
        }
        return goals;
    }

    private static List<Conflict> of(List<Change> changes, List<Conflict> conflicts) {
        return conflicts.stream()
                .filter(conflict -> changes.contains(conflict.change()))
                .toList();
    }

    private static Component heading(ChangeWords words, String goal, Map<ItemRef, List<Change>> items) {
        var heading = new H3();
        heading.addClassName("z-changes-heading");
        if (goal.isEmpty()) {
            heading.add(new Span(t("change.above-goals")));
        } else {
            heading.add(Ui.link("plan/goals/" + goal, t("change.goal", goal)));
            words.goal(items.keySet().iterator().next())
                    .ifPresent(item -> heading.add(Ui.span("z-changes-title", words.title(item.ref()))));
        }
        return heading;
    }
}
