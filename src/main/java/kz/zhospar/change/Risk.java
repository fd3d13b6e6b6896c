package kz.zhospar.change;

import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;

/** How much a change weighs; the heaviest one of a set chooses the route. */
public enum Risk {
    LOW,
    FACT,
    HIGH;

    public static Risk of(Change change) {
        return change instanceof Change.Edit edit ? of(edit.field().attribute()) : HIGH;
    }

    private static Risk of(Attribute attribute) {
        return switch (attribute) {
            case ACTUAL, PROVENANCE -> FACT;
            case TITLE, ABBREVIATION, OFFICIAL_TEXT, SOURCE, DUE, FROM, TO, PHASES -> LOW;
            default -> HIGH;
        };
    }
}
