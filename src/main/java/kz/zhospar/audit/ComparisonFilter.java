package kz.zhospar.audit;

import java.util.Objects;
import kz.zhospar.audit.ComparedChange.Kind;
import kz.zhospar.audit.ComparedChange.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of a comparison to show; null lets everything through.
 *
 * @param body key of a body that answers for the item, before or after
 * @param person the name of somebody who submitted or approved the change
 * @param text a part of what the item is called or states, in any language, whatever the case
 */
public record ComparisonFilter(
        @Nullable Kind kind,
        @Nullable Subject subject,
        @Nullable String body,
        @Nullable String person,
        String text) {

    public static final ComparisonFilter NONE = new ComparisonFilter(null, null, null, null, "");

    public boolean isEmpty() {
        return equals(NONE);
    }

    boolean lets(ComparedChange change, PlanComparison comparison) {
        return (kind == null || kind == change.kind())
                && (subject == null || change.subjects().contains(subject))
                && (body == null || comparison.bodies(change.change().ref()).contains(body))
                && (person == null || isBy(person, change))
                && (text.isBlank() || comparison.mentions(change.change(), text));
    }

    private static boolean isBy(String person, ComparedChange change) {
        var origin = change.origin();
        return origin != null
                && origin.grounds() != null
                && Objects.requireNonNull(origin.grounds()).people().contains(person);
    }
}
