package kz.zhospar.plan;

import kz.zhospar.common.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The one rule on what counts as stating nothing, so that "empty" has a single form everywhere. */
public final class Values {

    private Values() {}

    public static @Nullable Object orNothing(@Nullable Object value) {
        return value == null || isNothing(value) ? null : value;
    }

    static boolean isNothing(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case LocalizedText text -> text.equals(LocalizedText.EMPTY);
            case Boolean flag -> !flag;
            case Executors executors -> executors.list().isEmpty();
            case Phases phases -> phases.list().isEmpty();
            case Measures measures -> measures.list().isEmpty();
            default -> false;
        };
    }
}
