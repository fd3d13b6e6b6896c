package kz.zhospar.workspace.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kz.zhospar.audit.ui.ShownPlan;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/**
 * Where the screens of the plan are found. All of them show the plan of the same moment as the open one does, so that
 * one can walk through a past plan.
 */
final class Addresses {
    private static final String PLAN = "plan";

    private Addresses() {}

    static String plan() {
        return ShownPlan.keep(PLAN);
    }

    static String plan(String section) {
        return ShownPlan.keep(PLAN + "?section=" + section);
    }

    static String goal(String number) {
        return ShownPlan.keep(goalPath(number));
    }

    /** Without what is asked of it. */
    static String goalPath(String number) {
        return PLAN + "/goals/" + number;
    }

    static String goal(String number, Section section, @Nullable Long draft) {
        return ShownPlan.keep(
                goalPath(number) + "?section=" + section.key() + (draft == null ? "" : "&draft=" + draft));
    }

    /** The history of one item, or of one of its values, on the page of its goal. */
    static String history(String goal, ItemRef ref, @Nullable Field field) {
        var place = field == null ? "%s/%s".formatted(ref.type(), ref.id()) : new CellKey(ref, field).toString();
        return ShownPlan.keep(goalPath(goal) + "?section=" + Section.HISTORY.key() + "&of=" + encoded(place));
    }

    static String action(String number, int ordinal) {
        return ShownPlan.keep(goalPath(number) + "?section=" + Section.ACTIONS.key() + "&action=" + ordinal);
    }

    static String indicator(int number) {
        return ShownPlan.keep(indicatorPath(number));
    }

    static String row(int indicator, int row) {
        return ShownPlan.keep(indicatorPath(indicator) + "?row=" + row);
    }

    static String revisions(int indicator) {
        return ShownPlan.keep(indicatorPath(indicator) + "?revisions=1");
    }

    static String value(int indicator, int row, Field field) {
        return ShownPlan.keep(
                indicatorPath(indicator) + "?row=%d&year=%d&field=%s".formatted(row, field.year(), field.attribute()));
    }

    private static String indicatorPath(int number) {
        return PLAN + "/indicators/" + number;
    }

    static String body(String key) {
        return ShownPlan.keep(PLAN + "?body=" + encoded(key));
    }

    static String search(String words) {
        return ShownPlan.keep(words.isBlank() ? PLAN : PLAN + "?q=" + encoded(words));
    }

    static String request(long number) {
        return "changes/" + number;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
