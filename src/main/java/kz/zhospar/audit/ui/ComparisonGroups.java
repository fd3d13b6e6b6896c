package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.audit.ComparedChange;
import kz.zhospar.audit.ComparedChange.Kind;
import kz.zhospar.audit.ComparedChange.Origin;
import kz.zhospar.audit.ComparisonQuery;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.audit.ComparisonWords;
import kz.zhospar.audit.PlanComparison;
import kz.zhospar.audit.PlanComparison.Group;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestGrounds;
import kz.zhospar.change.ui.ChangeLines;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Attribute;
import org.jspecify.annotations.Nullable;

/** The changes by direction and goal. A long comparison shows its goals folded, and each fills as it is opened. */
class ComparisonGroups extends Div {

    /** More than a reader looks through at once. */
    private static final int MANY = 60;

    private final PlanComparison comparison;
    private final ComparisonWords words;
    private final ChangeWords changeWords;

    ComparisonGroups(PlanComparison comparison) {
        this.comparison = comparison;
        this.words = new ComparisonWords(Texts.language(), comparison);
        this.changeWords = new ChangeWords(comparison.both(), List.of());
        addClassName("z-compare-groups");
        var open = comparison.changes().size() <= MANY;
        String direction = null;
        for (var group : comparison.groups()) {
            var name = words.direction(group);
            if (!name.equals(direction)) {
                add(new H2(name));
                direction = name;
            }
            add(part(group, open));
        }
    }

    private Component part(Group group, boolean open) {
        var content = Ui.div("z-compare-changes");
        var title = group.goal() == null ? t("compare.count", group.changes().size()) : words.goal(group);
        var details = new NativeDetails(
                Ui.div("z-compare-goal", Ui.span("z-compare-goal-name", title), counts(group)), content);
        details.addClassName("z-card");
        details.setOpen(open);
        if (open) {
            fill(content, group);
        }
        details.addToggleListener(event -> {
            if (event.isOpened() && content.getComponentCount() == 0) {
                fill(content, group);
            }
        });
        return details;
    }

    private static Component counts(Group group) {
        var counts = Ui.div("z-compare-counts");
        for (var kind : Kind.values()) {
            var count = group.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .count();
            if (count > 0) {
                counts.add(Ui.span(
                        tone(kind),
                        t("compare.kind." + kind) + ": " + Ui.formats().number(count)));
            }
        }
        return counts;
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case ADDED -> "z-tag good";
            case REMOVED -> "z-tag bad";
            case CHANGED -> "z-tag";
        };
    }

    private void fill(Div content, Group group) {
        goalNumber(group)
                .ifPresent(number ->
                        content.add(Ui.div("z-small", Ui.link("plan/goals/" + number, t("compare.goal.open")))));
        Origin last = null;
        for (var row : group.rows()) {
            content.add(row(row, last));
            last = row.getFirst().origin();
        }
    }

    /** Only a goal that is still there has a page. */
    private Optional<String> goalNumber(Group group) {
        return Optional.ofNullable(group.goal())
                .filter(goal -> comparison.to().plan().find(goal.ref()).isPresent())
                .map(goal -> goal.get(Attribute.CODE));
    }

    /** @param last what made the row above; its reason is not told twice */
    private Component row(List<ComparedChange> row, @Nullable Origin last) {
        var changes = row.stream().map(ComparedChange::change).toList();
        var part = Ui.div("z-compare-change", new ChangeLines(changeWords, changes, _ -> true));
        var origin = row.getFirst().origin();
        if (origin != null && comparison.proposal() == null) {
            part.add(origin(origin));
            var grounds = origin.grounds();
            if (grounds != null && !grounds.justification().isBlank() && !origin.equals(last)) {
                part.add(new FoldedText(grounds.justification()));
            }
        }
        return part;
    }

    private static Component origin(Origin origin) {
        var line = Ui.div("z-compare-origin");
        if (origin.revision() != null) {
            var number = String.valueOf(origin.revision());
            var moment = Ui.formats().moment(Objects.requireNonNull(origin.at()));
            line.add(Ui.link(
                    CompareView.address(ComparisonQuery.between(ComparisonService.PREVIOUS, number)),
                    t("compare.origin.revision", number, moment)));
        }
        var grounds = origin.grounds();
        if (origin.request() != null) {
            var text = t("compare.request", String.valueOf(origin.request()));
            line.add(grounds == null ? Ui.span("", text) : Ui.link("changes/" + origin.request(), text));
        }
        if (grounds != null) {
            line.add(Ui.span("", people(grounds)));
        }
        return line;
    }

    private static String people(RequestGrounds grounds) {
        var approved = grounds.approvals().stream()
                .map(DecisionRecord::person)
                .distinct()
                .collect(Collectors.joining(", "));
        return Stream.of(
                        t("compare.origin.submitted", grounds.submitter()),
                        approved.isEmpty() ? "" : t("compare.origin.approved", approved))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
