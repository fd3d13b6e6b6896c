package kz.zhospar.exchange;

import java.util.List;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Measures;
import kz.zhospar.plan.Phases;
import kz.zhospar.plan.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * An action, or a heading over actions.
 *
 * @param recurring empty, {@code yearly}, {@code regular} or {@code twice a year}
 */
record ActionJson(
        int ordinal,
        boolean heading,
        TextJson title,
        String officialText,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String due,
        String recurring,
        List<PhaseJson> phases,
        List<MeasureJson> measures,
        List<ActionJson> children) {

    record PhaseJson(
            String what, @Nullable Integer from, @Nullable Integer to) {
        static PhaseJson of(Phases.Phase phase) {
            return new PhaseJson(phase.what(), phase.from(), phase.to());
        }
    }

    record MeasureJson(String value, String unit, Measures.Per per) {
        static MeasureJson of(Measures.Measure measure) {
            return new MeasureJson(measure.value(), measure.unit(), measure.per());
        }
    }

    static ActionJson of(Action action) {
        return new ActionJson(
                action.ordinal(),
                action.heading(),
                TextJson.of(action.title()),
                action.officialText(),
                action.from(),
                action.to(),
                action.due(),
                recurring(action.recurrence()),
                action.phases().stream().map(PhaseJson::of).toList(),
                action.measures().stream().map(MeasureJson::of).toList(),
                action.children().stream().map(ActionJson::of).toList());
    }

    private static String recurring(@Nullable Recurrence recurrence) {
        return switch (recurrence) {
            case null -> "";
            case YEARLY -> "yearly";
            case REGULAR -> "regular";
            case TWICE_A_YEAR -> "twice a year";
        };
    }
}
