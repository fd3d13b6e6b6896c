package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** What happens to one item: each field old beside new, what is added or removed in full, conflicts with three values. */
public class ChangeCard extends Article {

    /** In which the changes of one item stand. */
    static final Comparator<Change> ORDER =
            Comparator.comparing(Change::fieldOrNull, Comparator.nullsFirst(Comparator.<Field>naturalOrder()));

    /** One change by itself. */
    public ChangeCard(PlanSnapshot plan, Change change) {
        this(new ChangeWords(plan, List.of(change)), List.of(change), List.of(), _ -> List.of());
    }

    /** One change whose base has moved. */
    public ChangeCard(PlanSnapshot plan, Conflict conflict) {
        this(
                new ChangeWords(plan, List.of(conflict.change())),
                List.of(conflict.change()),
                List.of(conflict),
                _ -> List.of());
    }

    ChangeCard(
            ChangeWords words,
            List<Change> changes,
            List<Conflict> conflicts,
            Function<Change, List<? extends Component>> tools) {
        this(words, changes, conflicts, tools, _ -> List.of());
    }

    /**
     * @param changes all of one item
     * @param tools what the reader can do with one of the changes
     * @param below what is told of one of the changes under it
     */
    ChangeCard(
            ChangeWords words,
            List<Change> changes,
            List<Conflict> conflicts,
            Function<Change, List<? extends Component>> tools,
            Function<Change, List<Component>> below) {
        addClassNames("z-change");
        add(head(words, changes.getFirst(), !conflicts.isEmpty()));
        for (var change : changes.stream().sorted(ORDER).toList()) {
            var row = Ui.div("z-change-row");
            conflicts.stream()
                    .filter(conflict -> conflict.change().equals(change))
                    .findFirst()
                    .ifPresentOrElse(
                            conflict -> row.add(conflict(words, conflict)), () -> row.add(body(words, change)));
            var buttons = tools.apply(change);
            if (!buttons.isEmpty()) {
                var bar = Ui.div("z-change-tools");
                bar.add(buttons.toArray(Component[]::new));
                row.add(bar);
            }
            var more = below.apply(change);
            if (!more.isEmpty()) {
                row.add(Ui.div("z-change-below", more.toArray(Component[]::new)));
            }
            add(row);
        }
    }

    private static Component head(ChangeWords words, Change change, boolean conflicting) {
        var ref = change.ref();
        var what = Ui.div("z-change-what", Ui.span("z-change-label", words.label(ref)), title(words, ref));
        var header = new Header(what);
        header.addClassName("z-change-head");
        switch (change) {
            case Change.Add _ -> header.add(Ui.span("z-tag good", t("change.adds")));
            case Change.Remove _ -> header.add(Ui.span("z-tag bad", t("change.removes")));
            case Change.Edit _ -> {}
        }
        if (conflicting) {
            header.add(Ui.span("z-tag wait", t("change.conflict")));
        }
        return header;
    }

    private static Component title(ChangeWords words, ItemRef ref) {
        var title = words.title(ref);
        return words.goalNumber(ref)
                .map(goal ->
                        (Component) Ui.link("plan/goals/" + goal, title.isEmpty() ? t("change.goal", goal) : title))
                .orElseGet(() -> new Span(title));
    }

    private static Component body(ChangeWords words, Change change) {
        return switch (change) {
            case Change.Add add -> Ui.div("z-change-whole add", ChangeParts.statements(words, add.item()));
            case Change.Remove remove -> Ui.div("z-change-whole remove", ChangeParts.statements(words, remove.base()));
            case Change.Edit edit -> lines(words, edit);
        };
    }

    private static Component lines(ChangeWords words, Change.Edit edit) {
        var lines = Ui.div("z-change-lines");
        for (var line : words.lines(edit)) {
            lines.add(Ui.div("z-change-line", Ui.span("z-change-field", line.what()), ChangeParts.beside(line)));
        }
        return lines;
    }

    private static Component conflict(ChangeWords words, Conflict conflict) {
        return switch (conflict.change()) {
            case Change.Edit edit -> {
                var field = edit.field();
                var now =
                        words.isInPlan(edit.ref()) ? words.value(field, conflict.theirs()) : t("change.conflict.gone");
                yield three(words.field(field), words.value(field, edit.base()), now, words.value(field, edit.value()));
            }
            case Change.Remove remove -> removal(words, remove, (Item) conflict.theirs());
            case Change.Add add ->
                three(
                        words.label(add.ref()),
                        t("plan.nothing"),
                        ChangeParts.sentence(words, (Item) Objects.requireNonNull(conflict.theirs())),
                        ChangeParts.sentence(words, add.item()));
        };
    }

    private static Component removal(ChangeWords words, Change.Remove remove, @Nullable Item theirs) {
        var moved = Ui.div("z-change-lines");
        if (theirs == null) {
            moved.add(three(
                    words.label(remove.ref()),
                    words.title(remove.ref()),
                    t("change.conflict.gone"),
                    t("change.conflict.remove")));
            return moved;
        }
        var base = remove.base();
        for (var change : PlanDiff.between(Map.of(base.ref(), base), Map.of(theirs.ref(), theirs))) {
            if (change instanceof Change.Edit edit) {
                moved.add(three(
                        words.field(edit.field()),
                        words.value(edit.field(), edit.base()),
                        words.value(edit.field(), edit.value()),
                        t("change.conflict.remove")));
            }
        }
        return moved;
    }

    private static Component three(String what, String base, String theirs, String mine) {
        return Ui.div(
                "z-change-conflict",
                Ui.span("z-change-field", what),
                Ui.div(
                        "z-change-three",
                        value("change.conflict.base", base, "z-soft"),
                        value("change.conflict.theirs", theirs, "z-change-theirs"),
                        value("change.conflict.mine", mine, "z-new")));
    }

    private static Div value(String label, String text, String className) {
        return Ui.div("z-change-value", Ui.span("z-change-caption", t(label)), Ui.span(className, text));
    }
}
