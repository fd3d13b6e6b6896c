package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.Risk;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a request, each with what it means, what was said of it, who else is at it, and what the reader can do
 * with it. It is built anew only when any of this has changed, so that nobody's fields vanish under his hands.
 */
class ChangesPart extends Section {

    /** All that the part shows. */
    private record Shown(
            List<Change> changes,
            List<Conflict> conflicts,
            List<ItemVerdict> remarks,
            Map<Change, List<Neighbour>> neighbours,
            Set<Long> visible,
            @Nullable List<Change> mine,
            boolean mayWrite,
            boolean isFinal,
            long revision) {}

    /** What a further component was made for. */
    private record Beside(RequestPanel panel, Change change) {}

    private final RequestService requests;
    private final DraftService drafts;
    private final PlanService plans;
    private final Ballot ballot;
    private final List<RequestPanel> panels;
    private final RequestActions.Desk desk;

    /** What the reader has opened or closed himself, by place. */
    private final Map<String, Boolean> folds = new HashMap<>();

    private final Map<Beside, Optional<Component>> beside = new HashMap<>();

    private @Nullable Shown shown;

    ChangesPart(
            RequestService requests,
            DraftService drafts,
            PlanService plans,
            Ballot ballot,
            List<RequestPanel> panels,
            RequestActions.Desk desk) {
        this.requests = requests;
        this.drafts = drafts;
        this.plans = plans;
        this.ballot = ballot;
        this.panels = panels;
        this.desk = desk;
        addClassNames("z-card", "z-request-changes");
    }

    /** Shows another request, or the same one to another reader. */
    void forget() {
        shown = null;
        folds.clear();
        beside.clear();
    }

    void show(RequestDetails details) {
        var plan = plans.current();
        ballot.show(details, plan);
        var next = shown(details, plan);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        removeAll();
        add(new H2(t("change.changes", details.changes().size())), content(details, plan, next));
    }

    private Shown shown(RequestDetails details, PlanSnapshot plan) {
        var neighbours = details.state().isFinal() ? Map.<Change, List<Neighbour>>of() : neighbours(details);
        var numbers = neighbours.values().stream()
                .flatMap(List::stream)
                .map(Neighbour::request)
                .collect(Collectors.toSet());
        return new Shown(
                details.changes(),
                details.conflicts(),
                details.remarks(),
                neighbours,
                requests.visible(numbers),
                details.mine() == null ? null : details.mine().changes(),
                details.mayWrite(),
                details.state().isFinal(),
                plan.revision());
    }

    private Map<Change, List<Neighbour>> neighbours(RequestDetails details) {
        var inReview = requests.locks();
        var drafted = requests.drafted();
        return details.changes().stream()
                .collect(Collectors.toMap(
                        change -> change, change -> Neighbour.of(details.number(), change, inReview, drafted)));
    }

    private Component content(RequestDetails details, PlanSnapshot plan, Shown shown) {
        if (details.changes().isEmpty()) {
            return Ui.div("z-empty", Ui.span("", t("change.changes.none")));
        }
        var words = new ChangeWords(plan, details.changes());
        var after = details.state().isFinal() ? Optional.<PlanSnapshot>empty() : after(details, plan);
        return new ChangeCards(
                plan,
                details.changes(),
                details.conflicts(),
                change -> details.mayWrite() ? tools(details, change) : List.of(),
                change -> below(details, change, words, plan, after, shown));
    }

    /** The plan with those of the changes that it still allows. */
    private static Optional<PlanSnapshot> after(RequestDetails details, PlanSnapshot plan) {
        var stale = Changes.conflicts(plan.items(), details.changes()).stream()
                .map(Conflict::change)
                .toList();
        return Optional.of(plan.apply(details.changes().stream()
                .filter(change -> !stale.contains(change))
                .toList()));
    }

    private List<Component> below(
            RequestDetails details,
            Change change,
            ChangeWords words,
            PlanSnapshot plan,
            Optional<PlanSnapshot> after,
            Shown shown) {
        var parts = new ArrayList<Component>();
        shown.neighbours().getOrDefault(change, List.of()).forEach(one -> parts.add(neighbour(one, plan, shown)));
        details.remarks().stream()
                .filter(remark -> remark.change().samePlace(change))
                .forEach(remark -> parts.add(remark(details, change, remark, words)));
        after.flatMap(next -> effect(details, change, words, plan, next)).ifPresent(parts::add);
        ballot.at(change).ifPresent(parts::add);
        panels.stream()
                .flatMap(panel ->
                        beside.computeIfAbsent(new Beside(panel, change), _ -> panel.beside(details, change)).stream())
                .forEach(parts::add);
        return parts;
    }

    private static Div neighbour(Neighbour neighbour, PlanSnapshot plan, Shown shown) {
        var number = String.valueOf(neighbour.request());
        var since = Ui.formats().day(neighbour.since());
        var body = Signatures.body(plan.tree(), neighbour.body());
        var text = neighbour.inReview()
                ? t("request.neighbour.review", number, body, since)
                : t("request.neighbour.draft", number, body, since);
        var line = Ui.div("z-neighbour z-small", Ui.span("", text));
        if (shown.visible().contains(neighbour.request())) {
            line.add(Ui.link("changes/" + number, t("request.neighbour.open", number)));
        }
        return line;
    }

    private Component remark(RequestDetails details, Change change, ItemVerdict remark, ChangeWords words) {
        var part = new RemarkPart(remark, words);
        return details.mayWrite() && remark.suggestion() != null
                ? part.answered(details.number(), change, drafts, desk)
                : part;
    }

    private Optional<Component> effect(
            RequestDetails details, Change change, ChangeWords words, PlanSnapshot plan, PlanSnapshot after) {
        if (Risk.of(change) == Risk.LOW) {
            return Optional.empty();
        }
        var effect = Effect.of(change, plan.tree(), after.tree());
        if (effect.isEmpty()) {
            return Optional.empty();
        }
        var part = new EffectPart(effect, words);
        part.setOpen(folds.getOrDefault(Places.key(change), details.mayDecide() && isFirstOfItem(details, change)));
        part.addToggleListener(toggle -> folds.put(Places.key(change), toggle.isOpened()));
        return Optional.of(part);
    }

    /** The years of a row lead to the final value together: one look at them is enough. */
    private static boolean isFirstOfItem(RequestDetails details, Change change) {
        return details.changes().stream()
                .filter(other -> other.ref().equals(change.ref()))
                .min(ChangeCard.ORDER)
                .filter(change::equals)
                .isPresent();
    }

    private List<Button> tools(RequestDetails details, Change change) {
        var number = details.number();
        return details.conflicts().stream()
                        .anyMatch(conflict -> conflict.change().equals(change))
                ? List.of(
                        tool(t("change.settle.mine"), () -> drafts.settle(number, change, true)),
                        tool(t("change.settle.theirs"), () -> drafts.settle(number, change, false)))
                : List.of(tool(t("change.drop"), () -> drafts.drop(number, change)));
    }

    private Button tool(String text, Supplier<RequestDetails> work) {
        var button = Buttons.once(text, () -> desk.attempt(work));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
