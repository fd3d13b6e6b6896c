package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ChangeWording;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** How changes read in the reader's language, also those of items that the plan has not yet or no longer. */
public final class ChangeWords {

    private final PlanSnapshot plan;
    private final ChangeWording wording;

    /** @param changes what is added or removed by them can be named, too */
    public ChangeWords(PlanSnapshot plan, Collection<? extends Change> changes) {
        this.plan = plan;
        this.wording = new ChangeWording(Texts.language(), plan, changes);
    }

    /** Whether the approved plan has the item. */
    boolean isInPlan(ItemRef ref) {
        return plan.find(ref).isPresent();
    }

    /** What kind of item it is and its number. */
    public String label(ItemRef ref) {
        return wording.label(ref);
    }

    public String title(ItemRef ref) {
        return wording.title(ref);
    }

    /** Label and title in one. */
    public String name(ItemRef ref) {
        return wording.name(ref);
    }

    /** Where a change is made: the item, with the field where a single one is edited. */
    public String place(Change change) {
        var field = change.fieldOrNull();
        return field == null ? name(change.ref()) : t("change.field-of", name(change.ref()), field(field));
    }

    /** The goal that an item belongs to or, while it was there, belonged to. */
    Optional<Item> goal(ItemRef ref) {
        return wording.goal(ref);
    }

    /** The number of the goal, which its page is addressed by; empty above the goals. */
    Optional<String> goalNumber(ItemRef ref) {
        return goal(ref).map(goal -> goal.get(Attribute.CODE));
    }

    public String field(Field field) {
        return wording.field(field);
    }

    String attribute(Attribute attribute) {
        return t("plan.attribute." + attribute);
    }

    public String value(Field field, @Nullable Object value) {
        return wording.value(field, value);
    }

    /** What is edited; a text in several languages gives one line for each language in which it differs. */
    List<ChangeWording.Line> lines(Change.Edit edit) {
        return wording.lines(edit);
    }
}
