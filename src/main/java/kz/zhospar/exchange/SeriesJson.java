package kz.zhospar.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Better;
import kz.zhospar.plan.Curator;
import kz.zhospar.plan.Provenance;
import kz.zhospar.plan.Series;
import kz.zhospar.plan.Term;
import org.jspecify.annotations.Nullable;

/** One row of an indicator with its values by year; a year that states nothing is absent. */
record SeriesJson(
        int row,
        TextJson name,
        TextJson unit,
        Better better,
        int decimals,
        @Nullable String origin,
        @Nullable String source,
        @Nullable String curator,
        List<ExecutorJson> executors,
        Map<Integer, CellJson> values) {

    record ExecutorJson(String body, boolean byAgreement) {
        static ExecutorJson of(Series.Executor executor) {
            return new ExecutorJson(executor.body().key(), executor.byAgreement());
        }
    }

    /** One year; what states nothing is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CellJson(
            @Nullable QuantityJson planned,
            @Nullable QuantityJson actual,
            @Nullable ProvenanceJson provenance) {
        static CellJson of(Series.Cell cell) {
            return new CellJson(
                    QuantityJson.of(cell.target()),
                    QuantityJson.of(cell.actual()),
                    ProvenanceJson.of(cell.provenance()));
        }
    }

    /** Where the fact of the year comes from; the date is an ISO day. */
    record ProvenanceJson(String source, @Nullable String date, boolean preliminary, String comment) {
        static @Nullable ProvenanceJson of(@Nullable Provenance provenance) {
            return provenance == null
                    ? null
                    : new ProvenanceJson(
                            provenance.source(),
                            provenance.date() == null ? null : provenance.date().toString(),
                            provenance.preliminary(),
                            provenance.comment());
        }
    }

    /** Either a bounded number, with the digits it was entered with, or a text. */
    record QuantityJson(
            @Nullable String number,
            @Nullable String comparator,
            @Nullable String text) {
        static @Nullable QuantityJson of(@Nullable Quantity quantity) {
            if (quantity == null) {
                return null;
            }
            var number = quantity.number();
            return number == null
                    ? new QuantityJson(null, null, quantity.text())
                    : new QuantityJson(
                            number.toPlainString(), quantity.comparison().symbol(), null);
        }
    }

    static SeriesJson of(Series series) {
        return new SeriesJson(
                series.row(),
                TextJson.of(series.name()),
                TextJson.of(series.unit()),
                series.better(),
                series.decimals(),
                key(series.origin()),
                key(series.source()),
                key(series.curator()),
                series.executors().stream().map(ExecutorJson::of).toList(),
                values(series));
    }

    private static Map<Integer, CellJson> values(Series series) {
        var values = new TreeMap<Integer, CellJson>();
        series.cells().forEach((year, cell) -> values.put(year, CellJson.of(cell)));
        return values;
    }

    private static @Nullable String key(@Nullable Term term) {
        return term == null ? null : term.key();
    }

    private static @Nullable String key(@Nullable Curator curator) {
        return curator == null ? null : curator.key();
    }
}
