package kz.zhospar.plan;

import java.util.List;
import java.util.stream.Stream;
import kz.zhospar.common.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An action of a goal, or a heading over actions.
 *
 * @param officialText the wording of the official document; empty until somebody takes it over
 * @param due a due date as far as it is known: {@code 2023}, {@code 2023-H1}, {@code 2023-Q1}, {@code 2023-03},
 *     {@code 2023-03-15}
 */
public record Action(
        ItemRef ref,
        int ordinal,
        boolean heading,
        LocalizedText title,
        String officialText,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String due,
        @Nullable Recurrence recurrence,
        List<Phases.Phase> phases,
        List<Measures.Measure> measures,
        List<Action> children) {

    public Stream<Action> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Action::withDescendants));
    }
}
