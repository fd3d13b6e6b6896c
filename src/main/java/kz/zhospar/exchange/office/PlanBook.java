package kz.zhospar.exchange.office;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Messages;
import kz.zhospar.exchange.office.Book.Column;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Direction;
import kz.zhospar.plan.Funding;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/** The whole plan as a workbook: indicators with plan and fact of each year, actions, money. */
public final class PlanBook {

    private static final int YEAR_WIDTH = 12;

    private final Language language;
    private final PlanSnapshot plan;
    private final PlanTree tree;
    private final PlanWords words;
    private final Book book;
    private final String title;
    private final List<String> lines;

    private PlanBook(PlanSnapshot plan, Stamp stamp, Book book) {
        this.language = stamp.language();
        this.plan = plan;
        this.tree = plan.tree();
        this.words = new PlanWords(language, plan);
        this.book = book;
        var formats = new Formats(language);
        this.title = in(tree.title());
        this.lines = Stream.concat(
                        Stream.of(text(
                                "book.revision", String.valueOf(plan.revision()), formats.exactMoment(plan.asOf()))),
                        stamp.lines().stream())
                .toList();
    }

    public static void write(PlanSnapshot plan, Stamp stamp, OutputStream out) throws IOException {
        try (var book = new Book(new Formats(stamp.language()))) {
            var sheets = new PlanBook(plan, stamp, book);
            sheets.indicators();
            sheets.actions();
            sheets.money();
            book.write(out);
        }
    }

    private void indicators() {
        var years = years(tree.goals().flatMap(Goal::series).flatMap(series -> series.cells().keySet().stream()));
        var columns = new ArrayList<>(List.of(
                column("direction", 24),
                column("goal", 32),
                column("number", 8),
                column("row", 8),
                column("name", 48),
                column("unit", 14),
                column("better", 14),
                column("executors", 24),
                column("curator", 24),
                column("source", 16)));
        for (int year : years) {
            columns.add(yearly(Attribute.TARGET, year));
            columns.add(yearly(Attribute.ACTUAL, year));
        }
        var tab = book.tab(text("book.indicators"), title, lines).head(columns);
        for (var direction : tree.directions()) {
            for (var goal : direction.goals()) {
                for (var indicator : goal.indicators()) {
                    indicator.series().forEach(series -> tab.put(row(direction, goal, indicator, series, years)));
                }
            }
        }
        tab.end();
    }

    private @Nullable Object[] row(
            Direction direction, Goal goal, Indicator indicator, Series series, List<Integer> years) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(name(direction));
        cells.add(name(goal));
        cells.add(indicator.number());
        cells.add(indicator.series().size() > 1 ? series.row() : null);
        cells.add(series.name().isBlank() ? in(indicator.name()) : in(series.name()));
        cells.add(in(series.unit()));
        cells.add(words.value(series.better()));
        cells.add(series.executors().stream().map(this::executor).collect(Collectors.joining(", ")));
        cells.add(series.curator() == null ? null : in(series.curator().name()));
        cells.add(series.source() == null ? null : series.source().key());
        for (int year : years) {
            cells.add(series.cell(year).target());
            cells.add(series.cell(year).actual());
        }
        return cells.toArray();
    }

    private String executor(Series.Executor executor) {
        var body = in(executor.body().abbreviation());
        return executor.byAgreement() ? text("plan.by-agreement", body) : body;
    }

    private void actions() {
        var tab = book.tab(text("book.actions"), title, lines)
                .head(List.of(
                        column("direction", 24),
                        column("goal", 32),
                        column("number", 8),
                        column("action", 60),
                        column("official", 60),
                        column("from", 10),
                        column("to", 10),
                        column("due", 18),
                        column("recurrence", 18),
                        column("phases", 32),
                        column("measures", 28)));
        for (var direction : tree.directions()) {
            for (var goal : direction.goals()) {
                goal.actions().forEach(action -> put(tab, direction, goal, action, ""));
            }
        }
        tab.end();
    }

    private void put(Book.Tab tab, Direction direction, Goal goal, Action action, String above) {
        var number = above + action.ordinal();
        var item = plan.find(action.ref()).orElseThrow();
        tab.put(
                name(direction),
                name(goal),
                number,
                action.heading() ? text("book.heading", in(action.title())) : in(action.title()),
                action.officialText(),
                action.from(),
                action.to(),
                action.due() == null ? null : words.due(action.due()),
                action.recurrence() == null ? null : words.value(action.recurrence()),
                words(item.get(Attribute.PHASES)),
                words(item.get(Attribute.MEASURES)));
        action.children().forEach(child -> put(tab, direction, goal, child, number + "."));
    }

    private @Nullable String words(@Nullable Object value) {
        return value == null ? null : words.value(value);
    }

    private void money() {
        var all = Stream.concat(tree.goals().flatMap(goal -> goal.funding().stream()), tree.passport().stream());
        var years = years(all.flatMap(funding -> funding.amounts().keySet().stream()));
        var columns = new ArrayList<>(List.of(column("direction", 24), column("goal", 32), column("money", 28)));
        years.forEach(year -> columns.add(new Column(String.valueOf(year), YEAR_WIDTH + 4)));
        columns.add(column("sum", YEAR_WIDTH + 6));
        var tab = book.tab(text("book.funding"), title, lines).head(columns);
        tree.passport().forEach(funding -> put(tab, text("book.passport"), "", funding, years));
        for (var direction : tree.directions()) {
            for (var goal : direction.goals()) {
                goal.funding().forEach(funding -> put(tab, name(direction), name(goal), funding, years));
            }
        }
        tab.end();
    }

    private void put(Book.Tab tab, String direction, String goal, Funding funding, List<Integer> years) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(direction);
        cells.add(goal);
        cells.add(text("plan.funding-source." + funding.source()));
        years.forEach(year -> cells.add(funding.amounts().get(year)));
        cells.add(funding.total());
        tab.put(cells.toArray());
    }

    private List<Integer> years(Stream<Integer> stated) {
        var years = new TreeSet<Integer>();
        stated.forEach(years::add);
        IntStream.rangeClosed(tree.firstYear(), tree.lastYear()).forEach(years::add);
        return List.copyOf(years);
    }

    private Column yearly(Attribute attribute, int year) {
        return new Column(text("plan.in-year", text("plan.attribute." + attribute), String.valueOf(year)), YEAR_WIDTH);
    }

    private String name(Direction direction) {
        return direction.number() + ". " + in(direction.title());
    }

    private String name(Goal goal) {
        return goal.number() + ". " + in(goal.title());
    }

    private String in(@Nullable LocalizedText text) {
        return Objects.requireNonNullElse(text, LocalizedText.EMPTY).in(language);
    }

    private Column column(String key, int width) {
        return new Column(text("book.column." + key), width);
    }

    private String text(String key, Object... arguments) {
        return Messages.in(language, key, arguments);
    }
}
