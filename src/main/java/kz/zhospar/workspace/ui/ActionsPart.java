package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.UUID;
import java.util.function.Supplier;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** The actions of a goal as a nested list; with a draft, what it adds, changes and removes, and the means to do so. */
class ActionsPart extends Div implements Renewable {

    private final Goal goal;
    private final @Nullable Drafting draft;
    private final Supplier<PlanSnapshot> approved;
    private final OrderedList list = new OrderedList();
    private String pointedAt;
    private Runnable onWritten = () -> {};
    private @Nullable ItemRef open;

    /** {@code pointedAt} is the number of the action that a link led to, or empty. */
    ActionsPart(Goal goal, @Nullable Drafting draft, Supplier<PlanSnapshot> approved, String pointedAt) {
        this.goal = goal;
        this.draft = draft;
        this.approved = approved;
        this.pointedAt = pointedAt;
        addClassName("z-card");
        list.addClassName("ws-actions");
        add(new H2(t("workspace.section." + Section.ACTIONS)), list);
        if (draft != null && draft.mayAdd()) {
            add(Buttons.once(t("workspace.action.add"), () -> addUnder(goal.ref())));
        }
        write();
    }

    /** Tells whenever the list has been written anew. */
    void onWritten(Runnable listener) {
        onWritten = listener;
    }

    @Override
    public boolean renew() {
        if (open != null) {
            return false;
        }
        // Where a link led to has been seen; the page stays where the reader is.
        pointedAt = "";
        write();
        return true;
    }

    private void write() {
        list.removeAll();
        var now = approved.get();
        var plan = draft == null ? now : draft.plan();
        var nodes = ActionNode.of(current(now), current(plan));
        var words = new PlanWords(Texts.language(), plan);
        nodes.forEach(node -> list.add(new ActionItem(this, node, words)));
        if (nodes.isEmpty()) {
            list.add(Ui.div("z-empty", new Paragraph(t("workspace.action.none"))));
        }
        onWritten.run();
    }

    private Goal current(PlanSnapshot plan) {
        return plan.tree().goal(goal.number()).orElse(goal);
    }

    @Nullable
    Drafting draft() {
        return draft;
    }

    String history(Action action) {
        return Addresses.history(goal.number(), action.ref(), null);
    }

    boolean isOpen(Action action) {
        return action.ref().equals(open);
    }

    boolean isPointedAt(Action action) {
        return String.valueOf(action.ordinal()).equals(pointedAt);
    }

    void open(@Nullable ItemRef action) {
        open = action;
        write();
    }

    /** A new action stands in the draft from its first moment, so that nothing written in it can be lost. */
    void addUnder(ItemRef parent) {
        if (draft == null) {
            return;
        }
        var last = current(draft.plan())
                .allActions()
                .mapToInt(Action::ordinal)
                .max()
                .orElse(0);
        var ref = new ItemRef(ItemType.ACTION, UUID.randomUUID());
        var item = Item.of(ref)
                .put(Attribute.PARENT, parent.id())
                .put(Attribute.NUMBER, last + 1)
                .build();
        tell(draft.add(item));
        open(ref);
    }

    void remove(ActionNode node) {
        if (draft == null) {
            return;
        }
        var removals = node.bottomUp()
                .map(action -> (Change)
                        new Change.Remove(draft.plan().find(action.ref()).orElseThrow()))
                .toList();
        tell(draft.propose(removals));
        open(null);
    }

    void restore(ActionNode node) {
        if (draft != null) {
            tell(draft.revert(node.shown().ref(), null));
            open(null);
        }
    }

    private static void tell(Outcome outcome) {
        if (!outcome.saved() && outcome.message() != null) {
            Ui.warn(outcome.message());
        }
    }
}
