package kz.zhospar.plan;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.common.LocalizedText;

/** A goal with all that belongs to it. {@code number} is printed as {@code 1.1}; {@code actions} are the outermost. */
public record Goal(
        ItemRef ref,
        String number,
        LocalizedText title,
        List<Indicator> indicators,
        List<Action> actions,
        List<Funding> funding) {

    public Stream<Series> series() {
        return indicators.stream().flatMap(indicator -> indicator.series().stream());
    }

    /** Every action and heading of the goal, parents before their children. */
    public Stream<Action> allActions() {
        return actions.stream().flatMap(Action::withDescendants);
    }

    /** Whether the body answers for a row of one of the goal's indicators, and so for the goal. */
    public boolean isDutyOf(UUID body) {
        return series().anyMatch(series -> series.isDutyOf(body));
    }

    /** Whether the curator oversees a row of one of the goal's indicators. */
    public boolean isOverseenBy(String curatorKey) {
        return series().anyMatch(series ->
                series.curator() != null && series.curator().key().equals(curatorKey));
    }

    /** Everything that belongs to the goal, itself included. */
    public Stream<ItemRef> items() {
        return Stream.of(
                        Stream.of(ref),
                        indicators.stream().map(Indicator::ref),
                        series().map(Series::ref),
                        allActions().map(Action::ref),
                        funding.stream().map(Funding::ref))
                .flatMap(refs -> refs);
    }
}
