package kz.zhospar.exchange;

import java.util.List;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.IndicatorKind;
import org.jspecify.annotations.Nullable;

/** A numbered indicator. Its origin, source, curator and executors are those of its first row; rows may differ. */
record IndicatorJson(
        int number,
        TextJson name,
        @Nullable IndicatorKind kind,
        @Nullable String origin,
        @Nullable String source,
        @Nullable String curator,
        List<SeriesJson.ExecutorJson> executors,
        List<SeriesJson> series) {

    static IndicatorJson of(Indicator indicator) {
        var series = indicator.series().stream().map(SeriesJson::of).toList();
        var first = series.isEmpty() ? null : series.getFirst();
        return new IndicatorJson(
                indicator.number(),
                TextJson.of(indicator.name()),
                indicator.kind(),
                first == null ? null : first.origin(),
                first == null ? null : first.source(),
                first == null ? null : first.curator(),
                first == null ? List.of() : first.executors(),
                series);
    }
}
