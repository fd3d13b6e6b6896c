package kz.zhospar.workspace.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;

/** Where the screens of the plan are found. */
final class Addresses {
    static final String PLAN = "plan";

    private Addresses() {}

    static String goal(String number) {
        return PLAN + "/goals/" + number;
    }

    static String goal(String number, Section section, @Nullable Long draft) {
        return goal(number) + "?section=" + section.key() + (draft == null ? "" : "&draft=" + draft);
    }

    /** The history of one item, or of one of its values, on the page of its goal. */
    static String history(String goal, ItemRef ref, @Nullable Field field) {
        var place = field == null ? "%s/%s".formatted(ref.type(), ref.id()) : new CellKey(ref, field).toString();
        return goal(goal) + "?section=" + Section.HISTORY.key() + "&of=" + encoded(place);
    }

    static String action(String number, int ordinal) {
        return goal(number) + "?section=" + Section.ACTIONS.key() + "&action=" + ordinal;
    }

    static String indicator(int number) {
        return PLAN + "/indicators/" + number;
    }

    static String value(int indicator, int row, Field field) {
        return indicator(indicator) + "?row=%d&year=%d&field=%s".formatted(row, field.year(), field.attribute());
    }

    static String body(String key) {
        return PLAN + "?body=" + encoded(key);
    }

    static String search(String words) {
        return words.isBlank() ? PLAN : PLAN + "?q=" + encoded(words);
    }

    static String request(long number) {
        return "changes/" + number;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
