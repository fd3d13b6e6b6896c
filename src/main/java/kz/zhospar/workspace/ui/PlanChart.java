package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/** Plan and fact of one series over the years as a picture. The same values stand in a table beside it. */
@Tag("z-plan-chart")
@JsModule("context://zhospar/plan-chart.js")
class PlanChart extends Component {

    /** A year without a number is null and leaves a gap. */
    record Model(String label, String locale, String unit, List<String> years, List<Line> lines) {}

    /** {@code labels} say what is stated, {@code ≤10} as well as 10; empty where there is no number. */
    record Line(String name, String look, List<@Nullable BigDecimal> values, List<String> labels) {}

    PlanChart(PlanTree tree, Series series, String name) {
        var unit = series.unit().in(Texts.language());
        var years = IndicatorRows.years(tree).boxed().toList();
        getElement()
                .setPropertyBean(
                        "model",
                        new Model(
                                t("workspace.chart", name, unit),
                                Texts.language().locale().toLanguageTag(),
                                unit,
                                years.stream().map(String::valueOf).toList(),
                                List.of(
                                        line(t("workspace.plan"), "plan", years, series, Series.Cell::target),
                                        line(t("workspace.fact"), "fact", years, series, Series.Cell::actual))));
    }

    /** Whether there is anything to draw: two numbers at least. */
    static boolean canDraw(Series series) {
        return series.cells().values().stream()
                        .flatMap(cell -> IntStream.range(0, 2)
                                .mapToObj(half -> number(half == 0 ? cell.target() : cell.actual())))
                        .filter(number -> number != null)
                        .count()
                > 1;
    }

    private static Line line(
            String name,
            String look,
            List<Integer> years,
            Series series,
            Function<Series.Cell, @Nullable Quantity> half) {
        var values = new ArrayList<@Nullable BigDecimal>();
        var labels = new ArrayList<String>();
        years.forEach(year -> {
            var quantity = half.apply(series.cell(year));
            values.add(number(quantity));
            labels.add(
                    quantity == null || !quantity.isNumber() ? "" : Ui.formats().quantity(quantity));
        });
        return new Line(name, look, values, labels);
    }

    private static @Nullable BigDecimal number(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.number();
    }
}
