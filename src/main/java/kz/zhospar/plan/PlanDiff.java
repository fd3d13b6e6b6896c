package kz.zhospar.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one comparison of the system: what turns one state of a plan into another. */
public final class PlanDiff {

    private PlanDiff() {}

    /** The changes that, applied to {@code before}, give {@code after}, in the order of the items. */
    public static List<Change> between(PlanSnapshot before, PlanSnapshot after) {
        return between(before.items(), after.items());
    }

    public static List<Change> between(Map<ItemRef, Item> before, Map<ItemRef, Item> after) {
        var refs = new TreeSet<>(before.keySet());
        refs.addAll(after.keySet());
        return refs.stream()
                .flatMap(ref -> item(before.get(ref), after.get(ref)))
                .toList();
    }

    private static Stream<Change> item(@Nullable Item before, @Nullable Item after) {
        if (before == null) {
            return after == null ? Stream.of() : Stream.of(new Change.Add(after));
        }
        return after == null ? Stream.of(new Change.Remove(before)) : fields(before, after).stream();
    }

    private static List<Change> fields(Item before, Item after) {
        var fields = new TreeSet<>(before.values().keySet());
        fields.addAll(after.values().keySet());
        var edits = new ArrayList<Change>();
        for (var field : fields) {
            var base = before.value(field).orElse(null);
            var value = after.value(field).orElse(null);
            if (!Objects.equals(base, value)) {
                edits.add(new Change.Edit(before.ref(), field, base, value));
            }
        }
        return edits;
    }
}
