package kz.zhospar.plan;

import java.util.List;
import kz.zhospar.common.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A numbered indicator with its rows. */
public record Indicator(
        ItemRef ref,
        int number,
        LocalizedText name,
        @Nullable IndicatorKind kind,
        List<Series> series) {

    /**
     * Whether the rows are measurements of their own under one number (losses in four kinds of network) rather than
     * parts of what the indicator names; the name is then the first row's.
     */
    public boolean isNamedByRows() {
        return series.size() > 1 && series.getFirst().name().equals(name);
    }
}
