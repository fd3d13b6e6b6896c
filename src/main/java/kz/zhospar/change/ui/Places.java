package kz.zhospar.change.ui;

import kz.zhospar.plan.Change;

/** Short names of places of the plan, to keep by what belongs to a change. */
final class Places {

    private Places() {}

    /** {@code SERIES-…-TARGET-2025}; the same for every change of the same place. */
    static String key(Change change) {
        var field = change.fieldOrNull();
        var item = change.ref().type() + "-" + change.ref().id();
        if (field == null) {
            return item;
        }
        return item + "-" + field.attribute() + (field.year() == null ? "" : "-" + field.year());
    }
}
