package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.ui.HistoryPanel;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.live.ui.WhoIsHere;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** The parts of a goal's page, made from the approved plan, present or past, or from a draft, and kept in step with it. */
final class GoalParts implements Renewable {

    private final Supplier<PlanSnapshot> approved;
    private final HistoryService histories;
    private final CurrentPerson person;
    private final Goal opened;
    private final @Nullable Drafting draft;
    private final @Nullable WhoIsHere here;
    private final List<Renewable> parts = new ArrayList<>();
    private @Nullable ActionsPart actions;

    GoalParts(
            Supplier<PlanSnapshot> approved,
            HistoryService histories,
            CurrentPerson person,
            Goal opened,
            @Nullable Drafting draft,
            @Nullable WhoIsHere here) {
        this.approved = approved;
        this.histories = histories;
        this.person = person;
        this.opened = opened;
        this.draft = draft;
        this.here = here;
    }

    /** Brings every part in step that can be without a loss. */
    @Override
    public boolean renew() {
        var all = true;
        for (var part : parts) {
            all &= part.renew();
        }
        return all;
    }

    /** Tells when what could not be brought in step has been after all. */
    void onCaughtUp(Runnable listener) {
        if (actions != null) {
            actions.onWritten(listener);
        }
    }

    private PlanSnapshot plan() {
        return draft == null ? approved.get() : draft.plan();
    }

    private Goal goal() {
        return plan().tree().goal(opened.number()).orElse(opened);
    }

    private Goal approved() {
        return approved.get().tree().goal(opened.number()).orElse(opened);
    }

    Component title() {
        return following(new Fresh(() -> {
            var goal = approved();
            var title = new H1(goal.title().in(Texts.language()));
            title.getElement()
                    .insertChild(0, Ui.span("ws-number", goal.number()).getElement());
            return new Div(
                    Parts.crumbs(
                            Ui.link(Addresses.plan(), t("workspace.crumbs.plan")),
                            Parts.crumb(Parts.directionOf(approved.get().tree(), goal))),
                    title,
                    Parts.responsible(GoalSummary.of(goal)));
        }));
    }

    Component tabs(Section shown) {
        return following(new Fresh(() -> {
            var tabs = new Tabs(t("workspace.goal.parts"));
            var summary = GoalSummary.of(goal());
            for (var section : Section.values()) {
                var count = switch (section) {
                    case INDICATORS -> String.valueOf(summary.indicators());
                    case ACTIONS -> String.valueOf(summary.actions());
                    case MONEY, HISTORY -> "";
                };
                tabs.add(
                        Addresses.goal(opened.number(), section, draft == null ? null : draft.number()),
                        t("workspace.section." + section),
                        count,
                        section == shown);
            }
            return tabs;
        }));
    }

    Component section(Section section, QueryParameters asked) {
        return switch (section) {
            case INDICATORS -> indicators();
            case ACTIONS -> actions(asked.getSingleParameter("action").orElse(""));
            case MONEY -> money();
            case HISTORY -> history(asked.getSingleParameter("of").orElse(""));
        };
    }

    private Div indicators() {
        var grid = grid(new ValueGrid(() -> IndicatorRows.of(plan(), goal(), draft), editor()));
        var legend = new Paragraph(t("workspace.indicators.legend"));
        legend.addClassNames("z-soft", "z-small", "ws-legend");
        return Ui.div("z-card ws-wide", new H2(t("workspace.section." + Section.INDICATORS)), legend, grid);
    }

    private @Nullable CellEditor editor() {
        return draft == null ? null : new CellEditor(draft);
    }

    /** Others see which cell is written in, and one sees theirs. */
    private ValueGrid grid(ValueGrid grid) {
        if (here != null) {
            grid.onEditing(here::editing);
            here.onEditing(grid::mark);
        }
        return following(grid);
    }

    private ActionsPart actions(String pointedAt) {
        actions = following(new ActionsPart(opened, draft, approved, pointedAt));
        return actions;
    }

    private Div money() {
        var grid = grid(new ValueGrid(() -> MoneyRows.ofGoal(plan(), goal(), draft), editor()));
        var lead = new Paragraph(t("workspace.money.lead"));
        lead.addClassNames("z-soft", "z-small", "ws-legend");
        var remarks = following(new Fresh(
                () -> new MoneyRemarks(MoneyRows.differences(plan().tree(), goal()), t("workspace.money.by-sources"))));
        if (draft != null) {
            draft.onChange(remarks::renew);
        }
        return Ui.div("z-card ws-wide", new H2(t("workspace.money.title")), lead, grid, remarks);
    }

    private Div history(String of) {
        var part = Ui.div("z-card");
        Renewable writing = () -> {
            part.removeAll();
            write(part, of);
            return true;
        };
        writing.renew();
        parts.add(writing);
        return part;
    }

    private void write(Div part, String of) {
        var goal = goal();
        if (!HistoryAccess.of(person, histories, goal.ref())) {
            part.add(
                    new H2(t("workspace.section." + Section.HISTORY)),
                    Ui.div("z-empty", new Paragraph(t("workspace.history.not-yours"))));
            return;
        }
        var value = CellKey.parse(of).filter(key -> belongs(goal, key.ref()));
        var item = value.map(CellKey::ref).or(() -> itemOf(of).filter(ref -> belongs(goal, ref)));
        item.ifPresentOrElse(
                ref -> {
                    var words = new PlanWords(Texts.language(), plan());
                    var name = words.name(ref).orElse("")
                            + value.map(key -> ". " + words.field(key.field())).orElse("");
                    part.add(
                            new H2(t("workspace.history.of", name)),
                            Ui.link(
                                    Addresses.goal(goal.number(), Section.HISTORY, null),
                                    t("workspace.history.whole-goal")),
                            new HistoryPanel(
                                    histories, ref, value.map(CellKey::field).orElse(null)));
                },
                () -> part.add(
                        new H2(t("workspace.section." + Section.HISTORY)), new HistoryPanel(histories, goal.ref())));
    }

    private static boolean belongs(Goal goal, ItemRef ref) {
        return goal.items().anyMatch(ref::equals);
    }

    /** Empty for what names no item: an address may say anything. */
    private static Optional<ItemRef> itemOf(String of) {
        var parts = of.split("/");
        try {
            return parts.length == 2
                    ? Optional.of(new ItemRef(ItemType.valueOf(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private <R extends Renewable> R following(R part) {
        parts.add(part);
        return part;
    }
}
