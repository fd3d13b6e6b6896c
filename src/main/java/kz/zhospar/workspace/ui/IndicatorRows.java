package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.Series;
import kz.zhospar.workspace.ui.GridModel.Cell;
import kz.zhospar.workspace.ui.GridModel.Column;
import kz.zhospar.workspace.ui.GridModel.Group;
import kz.zhospar.workspace.ui.GridModel.Head;
import kz.zhospar.workspace.ui.GridModel.Part;
import kz.zhospar.workspace.ui.GridModel.Row;
import org.jspecify.annotations.Nullable;

/** The indicators of a goal by year: plan above, fact below. */
final class IndicatorRows {

    /** A plan looks back on the fact of one year and on the estimate of the year in which it was written. */
    private static final int YEARS_BEFORE = 2;

    private final PlanTree tree;
    private final YearCells cells;

    private IndicatorRows(PlanTree tree, YearCells cells) {
        this.tree = tree;
        this.cells = cells;
    }

    static GridModel of(PlanSnapshot plan, Goal goal, @Nullable Drafting draft) {
        var rows = new IndicatorRows(plan.tree(), new YearCells(plan, draft));
        return new GridModel(
                t("workspace.indicators.caption", goal.number()),
                t("workspace.indicators.corner"),
                true,
                rows.columns(),
                goal.indicators().stream().flatMap(rows::groups).toList());
    }

    static IntStream years(PlanTree tree) {
        return IntStream.rangeClosed(tree.firstYear() - YEARS_BEFORE, tree.lastYear());
    }

    static String noteOf(PlanTree tree, int year) {
        return isFactOnly(tree, year)
                ? t("workspace.year.fact")
                : year < tree.firstYear() ? t("workspace.year.estimate") : t("workspace.year.plan");
    }

    private static boolean isFactOnly(PlanTree tree, int year) {
        return year <= tree.firstYear() - YEARS_BEFORE;
    }

    private List<Column> columns() {
        return years(tree)
                .mapToObj(year -> new Column(String.valueOf(year), String.valueOf(year), noteOf(tree, year)))
                .toList();
    }

    private Stream<Group> groups(Indicator indicator) {
        var groups = new ArrayList<Group>();
        var nested = indicator.series().size() > 1 && !indicator.isNamedByRows();
        if (nested) {
            groups.add(
                    new Group(head(indicator, null, indicator.name().in(Texts.language()), null), "over", List.of()));
        }
        for (var series : indicator.series()) {
            groups.add(new Group(
                    nested ? nestedHead(indicator, series) : ownHead(indicator, series),
                    nested ? "nested" : "",
                    rows(indicator, series)));
        }
        return groups.stream();
    }

    private static Head ownHead(Indicator indicator, Series series) {
        var language = Texts.language();
        var name = indicator.isNamedByRows() ? series.name() : indicator.name();
        return head(indicator, series, name.in(language), series.unit().in(language));
    }

    private static Head nestedHead(Indicator indicator, Series series) {
        var language = Texts.language();
        var unit = series.unit().in(language);
        var name = series.name().isBlank() ? unit : series.name().in(language);
        return new Head(
                null,
                name,
                Addresses.row(indicator.number(), series.row()),
                name.equals(unit) ? null : unit,
                null,
                parts(indicator, series));
    }

    private static Head head(Indicator indicator, @Nullable Series series, String title, @Nullable String unit) {
        return new Head(
                String.valueOf(indicator.number()),
                title,
                Addresses.indicator(indicator.number()),
                unit,
                null,
                series == null ? List.of() : parts(indicator, series));
    }

    /** Kind, origin and source, then who answers for the row. */
    private static List<Part> parts(Indicator indicator, Series series) {
        var language = Texts.language();
        var parts = new ArrayList<Part>();
        if (indicator.kind() != null) {
            parts.add(new Part(t("plan.choice." + indicator.kind()), null, true));
        }
        if (series.origin() != null) {
            var origin = series.origin();
            parts.add(
                    new Part(origin.key(), t("workspace.origin", origin.title().in(language)), true));
        }
        if (series.source() != null) {
            var source = series.source();
            parts.add(new Part(
                    t("workspace.source.short", source.key()),
                    t("workspace.source", source.title().in(language)),
                    true));
        }
        for (var executor : series.executors()) {
            var short_ = executor.body().abbreviation().in(language);
            parts.add(new Part(
                    executor.byAgreement() ? t("plan.by-agreement", short_) : short_,
                    executor.body().name().in(language),
                    false));
        }
        if (series.curator() != null) {
            parts.add(new Part(
                    t("workspace.curator.short", series.curator().name().in(language)), null, false));
        }
        return parts;
    }

    private List<Row> rows(Indicator indicator, Series series) {
        var place = cells.label(series.ref());
        return List.of(
                new Row(
                        "plan",
                        t("workspace.plan"),
                        row(indicator, series, place, Attribute.TARGET, year -> !isFactOnly(tree, year))),
                new Row("fact", t("workspace.fact"), row(indicator, series, place, Attribute.ACTUAL, _ -> true)));
    }

    private List<Cell> row(
            Indicator indicator, Series series, String place, Attribute attribute, Predicate<Integer> canStand) {
        return years(tree)
                .mapToObj(year -> {
                    var field = Field.of(attribute, year);
                    var assessed = attribute == Attribute.ACTUAL
                            ? Assessment.of(series, series.cell(year)).orElse(null)
                            : null;
                    return cells.cell(
                            new CellKey(series.ref(), field),
                            place,
                            canStand.test(year),
                            mark(assessed),
                            assessed == null ? null : t("workspace.assessment." + assessed.verdict()),
                            Addresses.value(indicator.number(), series.row(), field));
                })
                .toList();
    }

    private static @Nullable String mark(@Nullable Assessment assessed) {
        return switch (assessed == null ? Assessment.Verdict.EQUAL : assessed.verdict()) {
            case BETTER -> "good";
            case WORSE -> "bad";
            case EQUAL, DIFFERENT -> null;
        };
    }
}
