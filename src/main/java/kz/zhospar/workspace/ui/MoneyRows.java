package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Funding;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.workspace.ui.GridModel.Cell;
import kz.zhospar.workspace.ui.GridModel.Column;
import kz.zhospar.workspace.ui.GridModel.Group;
import kz.zhospar.workspace.ui.GridModel.Head;
import kz.zhospar.workspace.ui.GridModel.Row;
import org.jspecify.annotations.Nullable;

/** Money by source and year, in million tenge: sums are reckoned, totals stand as the document states them. */
final class MoneyRows {

    private final PlanTree tree;
    private final YearCells cells;
    private final @Nullable Goal goal;
    private final Formats formats = Ui.formats();

    private MoneyRows(PlanTree tree, YearCells cells, @Nullable Goal goal) {
        this.tree = tree;
        this.cells = cells;
        this.goal = goal;
    }

    /** A goal's money: sources, their sum, and the total that the document states. */
    static GridModel ofGoal(PlanSnapshot plan, Goal goal, @Nullable Drafting draft) {
        var rows = new MoneyRows(plan.tree(), new YearCells(plan, draft), goal);
        var sources = goal.funding().stream().filter(MoneyRows::isSource).toList();
        var groups = new ArrayList<Group>();
        sources.forEach(funding -> groups.add(rows.stated(funding, "", _ -> null)));
        groups.add(rows.reckoned("sum", t("workspace.money.sum-of-sources"), sources));
        goal.funding().stream()
                .filter(funding -> !isSource(funding))
                .forEach(total -> groups.add(rows.stated(total, "total", year -> amount(sources, year))));
        return rows.model(t("workspace.money.caption", goal.number()), groups);
    }

    /** The plan's money as its passport states it, each source beside the sum over the goals. */
    static GridModel ofPassport(PlanSnapshot plan) {
        var tree = plan.tree();
        var rows = new MoneyRows(tree, new YearCells(plan, null), null);
        var groups = new ArrayList<Group>();
        Stream.concat(
                        tree.passport().stream().filter(MoneyRows::isSource),
                        tree.passport().stream().filter(funding -> !isSource(funding)))
                .forEach(funding -> {
                    var ofGoals = ofGoals(tree, funding.source());
                    var look = isSource(funding) ? "" : "total";
                    groups.add(rows.stated(funding, look, year -> amount(ofGoals, year)));
                    groups.add(rows.reckoned("goals-" + funding.source(), t("workspace.money.sum-of-goals"), ofGoals));
                });
        return rows.model(t("workspace.money.passport.caption"), groups);
    }

    /** Where the passport states another amount than the goals together: source, year, both amounts. */
    record Difference(FundingSource source, int year, BigDecimal stated, BigDecimal reckoned) {
        BigDecimal amount() {
            return reckoned.subtract(stated);
        }
    }

    static List<Difference> differences(PlanTree tree) {
        return tree.passport().stream()
                .flatMap(funding -> differences(tree, funding, ofGoals(tree, funding.source())))
                .toList();
    }

    static List<Difference> differences(PlanTree tree, Goal goal) {
        var sources = goal.funding().stream().filter(MoneyRows::isSource).toList();
        return goal.funding().stream()
                .filter(funding -> !isSource(funding))
                .flatMap(total -> differences(tree, total, sources))
                .toList();
    }

    private static Stream<Difference> differences(PlanTree tree, Funding stated, List<Funding> parts) {
        return tree.years()
                .mapToObj(year ->
                        new Difference(stated.source(), year, amount(List.of(stated), year), amount(parts, year)))
                .filter(difference -> difference.amount().signum() != 0);
    }

    private static List<Funding> ofGoals(PlanTree tree, FundingSource source) {
        return tree.goals()
                .flatMap(goal -> goal.funding().stream())
                .filter(funding -> funding.source() == source)
                .toList();
    }

    private static boolean isSource(Funding funding) {
        return funding.source() != FundingSource.TOTAL;
    }

    private static BigDecimal amount(List<Funding> parts, int year) {
        return Funding.sum(parts.stream().map(part -> part.amounts().get(year)).filter(Objects::nonNull));
    }

    private GridModel model(String caption, List<Group> groups) {
        var columns = new ArrayList<Column>();
        tree.years().forEach(year -> columns.add(new Column(String.valueOf(year), String.valueOf(year), "")));
        columns.add(new Column("sum", t("workspace.money.all-years"), ""));
        return new GridModel(caption, t("workspace.money.corner"), false, columns, groups);
    }

    private Group stated(Funding funding, String look, IntFunction<@Nullable BigDecimal> reckoned) {
        var place = cells.label(funding.ref());
        var row = new ArrayList<Cell>();
        tree.years().forEach(year -> {
            var key = new CellKey(funding.ref(), Field.of(Attribute.AMOUNT, year));
            var difference = difference(funding.amounts().get(year), reckoned.apply(year));
            row.add(cells.cell(key, place, true, difference == null ? null : "differs", difference, history(key)));
        });
        row.add(sum("sum/" + funding.ref(), funding.total(), place));
        var head = isSource(funding) ? t("plan.funding-source." + funding.source()) : t("workspace.money.stated");
        return new Group(Head.of(head), look, List.of(new Row("money", "", row)));
    }

    private @Nullable String history(CellKey key) {
        return goal == null ? null : Addresses.history(goal.number(), key.ref(), key.field());
    }

    private @Nullable String difference(@Nullable Quantity stated, @Nullable BigDecimal reckoned) {
        if (reckoned == null) {
            return null;
        }
        var amount = stated == null || stated.number() == null ? BigDecimal.ZERO : stated.number();
        var difference = reckoned.subtract(amount);
        return difference.signum() == 0 ? null : t("workspace.money.differs", signed(difference));
    }

    private String signed(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return formats.signed(plain.setScale(Math.max(0, plain.scale())));
    }

    private Group reckoned(String key, String title, List<Funding> parts) {
        var row = new ArrayList<Cell>();
        tree.years().forEach(year -> row.add(sum(key + "/" + year, amount(parts, year), title)));
        var all = parts.stream().map(Funding::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        row.add(sum(key + "/all", all, title));
        return new Group(Head.of(title), "reckoned", List.of(new Row("sum", "", row)));
    }

    private Cell sum(String key, BigDecimal amount, String label) {
        return new Cell(key, "number", formats.number(amount), null, null, "", "read", label, null, null, null);
    }
}
