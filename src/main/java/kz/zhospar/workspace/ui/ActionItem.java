package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import java.util.function.Function;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Measures;
import kz.zhospar.plan.Phases;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** One action or heading with what lies under it. */
class ActionItem extends ListItem {

    private final ActionsPart list;
    private final ActionNode node;
    private final PlanWords words;

    ActionItem(ActionsPart list, ActionNode node, PlanWords words) {
        this.list = list;
        this.node = node;
        this.words = words;
        addClassName("ws-action");
        if (node.shown().heading()) {
            addClassName("heading");
        }
        if (node.isAdded()) {
            addClassName("added");
        }
        if (node.isRemoved()) {
            addClassName("removed");
        }
        add(body());
        if (!node.children().isEmpty()) {
            var below = new OrderedList();
            below.addClassName("ws-actions");
            node.children().forEach(child -> below.add(new ActionItem(list, child, words)));
            add(below);
        }
        if (list.isPointedAt(node.shown())) {
            addClassName("pointed");
            getElement().executeJs("this.scrollIntoView({block: 'center'})");
        }
    }

    private Div body() {
        var action = node.shown();
        var text = Ui.div("ws-action-text", title());
        var facts = facts();
        if (facts.getComponentCount() > 0) {
            text.add(facts);
        }
        if (!action.officialText().isBlank()) {
            var official = new Paragraph();
            official.add(Ui.span("z-soft", t("workspace.action.official") + " "), was(Action::officialText));
            official.addClassName("ws-official");
            text.add(official);
        }
        if (!action.phases().isEmpty()) {
            text.add(phases(action));
        }
        var body =
                Ui.div("ws-action-body", Ui.span("ws-action-number z-number", String.valueOf(action.ordinal())), text);
        var draft = list.draft();
        if (draft == null) {
            var history = Ui.link(list.history(action), t("workspace.section." + Section.HISTORY));
            history.addClassName("ws-tool");
            Ui.describe(history, t("workspace.history.of", action.title().in(Texts.language())));
            body.add(Ui.div("ws-action-tools", history));
        } else {
            body.add(tools(draft));
            if (list.isOpen(action) && !node.isRemoved()) {
                return new Div(body, new ActionForm(draft, action, () -> list.open(null)));
            }
        }
        return body;
    }

    private Component title() {
        var title = was(action -> action.title().in(Texts.language()));
        title.addClassName("ws-action-title");
        if (node.shown().title().isBlank()) {
            title.setText(t("workspace.action.untitled"));
            title.addClassName("z-soft");
        }
        if (node.isAdded()) {
            title.add(Ui.span("z-tag good", t("workspace.action.added")));
        }
        if (node.isRemoved()) {
            title.add(Ui.span("z-tag bad", t("workspace.action.removed")));
        }
        return title;
    }

    /** The drafted words, after the approved ones where those are other. */
    private Span was(Function<Action, String> words) {
        var approved = node.approved();
        var drafted = node.drafted();
        if (approved == null || drafted == null) {
            return new Span(new Span(words.apply(node.shown())));
        }
        var before = words.apply(approved);
        var after = words.apply(drafted);
        if (before.equals(after)) {
            return new Span(new Span(after));
        }
        return before.isBlank()
                ? new Span(Ui.span("z-new", after))
                : new Span(Ui.span("z-old", before), new Span(" "), Ui.span("z-new", after));
    }

    private Div facts() {
        var facts = Ui.div("ws-action-facts");
        add(facts, action -> words.years(action.from(), action.to()), "z-tag");
        add(facts, action -> action.due() == null ? "" : t("workspace.action.due", words.due(action.due())), "z-tag");
        add(facts, action -> action.recurrence() == null ? "" : words.value(action.recurrence()), "z-tag");
        add(facts, action -> words.value(new Measures(action.measures())), "ws-measures");
        return facts;
    }

    private void add(Div facts, Function<Action, String> fact, String look) {
        var approved = text(node.approved(), fact);
        var shown = text(node.shown(), fact);
        if (!node.isAdded() && !Objects.equals(approved, shown)) {
            facts.add(new Span(Ui.span("z-old", approved), new Span(" "), Ui.span("z-new", shown)));
        } else if (!shown.isEmpty()) {
            facts.add(Ui.span(look, shown));
        }
    }

    private static String text(@Nullable Action action, Function<Action, String> fact) {
        return action == null ? "" : fact.apply(action);
    }

    private UnorderedList phases(Action action) {
        var list = new UnorderedList();
        list.addClassName("ws-phases");
        for (Phases.Phase phase : action.phases()) {
            var years = words.years(phase.from(), phase.to());
            list.add(new ListItem(years.isEmpty() ? phase.what() : years + " – " + phase.what()));
        }
        return list;
    }

    private Div tools(Drafting draft) {
        var action = node.shown();
        var tools = Ui.div("ws-action-tools");
        var lock = draft.lock(action.ref(), null);
        if (node.isRemoved()) {
            tools.add(tool(t("workspace.action.restore"), () -> list.restore(node)));
            return tools;
        }
        if (!draft.mayChange(action.ref())) {
            return tools;
        }
        lock.ifPresent(held -> tools.add(Ui.span("z-tag wait", new YearCells(draft.plan(), draft).held(held))));
        tools.add(tool(
                t(list.isOpen(action) ? "workspace.action.close" : "workspace.action.edit"),
                () -> list.open(list.isOpen(action) ? null : action.ref())));
        tools.add(tool(t("workspace.action.add-under"), () -> list.addUnder(action.ref())));
        if (lock.isEmpty()) {
            tools.add(tool(removalName(), () -> list.remove(node)));
        }
        return tools;
    }

    private String removalName() {
        var below = node.bottomUp().count() - 1;
        return below == 0 ? t("workspace.action.remove") : t("workspace.action.remove-all", below);
    }

    private NativeButton tool(String name, Runnable work) {
        var button = new NativeButton(name, click -> work.run());
        button.addClassName("ws-tool");
        Ui.describe(button, name + ": " + node.shown().title().in(Texts.language()));
        return button;
    }
}
