package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** Finds a goal, an indicator, a row, an action or money of the plan by a part of its name. */
class ObjectField extends ComboBox<ItemRef> {

    private final List<ItemRef> items;
    private final Map<ItemRef, String> names = new HashMap<>();

    ObjectField(PlanSnapshot plan) {
        super(t("audit.filter.object"));
        this.items = plan.tree().goals().flatMap(ObjectField::of).toList();
        var words = new PlanWords(Texts.language(), plan);
        items.forEach(ref -> names.put(ref, words.name(ref).orElse("")));
        setItems(items);
        setItemLabelGenerator(ref -> names.computeIfAbsent(ref, one -> RevisionWords.item(plan, one)));
        setClearButtonVisible(true);
    }

    private static Stream<ItemRef> of(Goal goal) {
        return Stream.of(
                        Stream.of(goal.ref()),
                        goal.indicators().stream().flatMap(ObjectField::of),
                        goal.allActions().map(action -> action.ref()),
                        goal.funding().stream().map(funding -> funding.ref()))
                .flatMap(refs -> refs);
    }

    /** The only row of an indicator is called by its name. */
    private static Stream<ItemRef> of(Indicator indicator) {
        return indicator.series().size() == 1
                ? Stream.of(indicator.ref())
                : Stream.concat(
                        Stream.of(indicator.ref()), indicator.series().stream().map(series -> series.ref()));
    }

    /** Chooses what an address names, also what is no longer in the plan. */
    void choose(@Nullable ItemRef ref) {
        if (ref != null && !items.contains(ref)) {
            var more = new ArrayList<ItemRef>();
            more.add(ref);
            more.addAll(items);
            setItems(more);
        }
        setValue(ref);
    }
}
