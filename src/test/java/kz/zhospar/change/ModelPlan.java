package kz.zhospar.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan as plain words: what each item states, by its id and by the name of the field. */
final class ModelPlan {

    static final String TYPE = "TYPE";

    /** A change in plain words. {@code kind} is A, E or R; without a field, base and value are whole items. */
    record Change(
            char kind,
            String id,
            String field,
            @Nullable Object base,
            @Nullable Object value) {

        String place() {
            return id + "/" + field;
        }

        boolean is(char one) {
            return kind == one;
        }

        @SuppressWarnings("unchecked")
        Map<String, String> item() {
            return (Map<String, String>) Objects.requireNonNull(kind == 'A' ? value : base);
        }

        @Override
        public String toString() {
            return switch (kind) {
                case 'A' -> "+" + item().get(TYPE) + " " + item().get("NUMBER") + " " + id.substring(0, 4);
                case 'R' -> "−" + item().get(TYPE) + " " + item().get("NUMBER") + " " + id.substring(0, 4);
                default -> id.substring(0, 4) + " " + field + " " + base + "→" + value;
            };
        }
    }

    private final Map<String, Map<String, String>> items;

    ModelPlan(Map<String, Map<String, String>> items) {
        this.items = new HashMap<>(items);
    }

    Map<String, Map<String, String>> items() {
        return items;
    }

    @Nullable
    Map<String, String> find(String id) {
        return items.get(id);
    }

    /** Whether the plan no longer states what the change was made from. */
    boolean isStale(Change change) {
        var item = items.get(change.id());
        return switch (change.kind()) {
            case 'A' -> item != null;
            case 'R' -> !Objects.equals(item, change.base());
            default -> item == null || !Objects.equals(item.get(change.field()), change.base());
        };
    }

    List<Change> stale(Collection<Change> changes) {
        return changes.stream().filter(this::isStale).toList();
    }

    List<Change> fresh(Collection<Change> changes) {
        return changes.stream().filter(change -> !isStale(change)).toList();
    }

    ModelPlan with(Collection<Change> changes) {
        var next = new ModelPlan(items);
        for (var change : changes) {
            switch (change.kind()) {
                case 'A' -> next.items.put(change.id(), change.item());
                case 'R' -> next.items.remove(change.id());
                default ->
                    next.items.put(
                            change.id(), set(next.items.get(change.id()), change.field(), (String) change.value()));
            }
        }
        return next;
    }

    static Map<String, String> set(Map<String, String> item, String field, @Nullable String value) {
        var next = new TreeMap<>(item);
        if (value == null) {
            next.remove(field);
        } else {
            next.put(field, value);
        }
        return next;
    }

    /** What is wrong with this plan, as far as the changes that led to it are to blame. */
    Set<String> faults(Collection<Change> changes) {
        var faults = new TreeSet<String>();
        for (var change : changes) {
            var item = items.get(change.id());
            if (item == null) {
                if (items.values().stream().anyMatch(other -> change.id().equals(other.get("PARENT")))) {
                    faults.add(change.id() + " STILL_HAS_PARTS");
                }
            } else {
                if (!items.containsKey(String.valueOf(item.get("PARENT")))) {
                    faults.add(change.id() + " PARENT_MISSING");
                }
                if ((change.is('A') || change.field().equals("NUMBER")) && isNumberTaken(change.id(), item)) {
                    faults.add(change.id() + " NUMBER_TAKEN");
                }
            }
        }
        return faults;
    }

    private boolean isNumberTaken(String id, Map<String, String> item) {
        return items.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(id)
                        && other.getValue().get(TYPE).equals(item.get(TYPE))
                        && item.get("NUMBER").equals(other.getValue().get("NUMBER"))
                        && list(id).equals(list(other.getKey())));
    }

    /** Among which the item's number must be one. */
    private String list(String id) {
        var item = items.get(id);
        return switch (item.get(TYPE)) {
            case "INDICATOR" -> "plan";
            case "SERIES" -> item.get("PARENT");
            default -> top(id, Map.of());
        };
    }

    /** Up over actions to what they belong to, also over such as are not in the plan yet. */
    String top(String id, Map<String, Map<String, String>> added) {
        var at = id;
        while (true) {
            var item = added.containsKey(at) ? added.get(at) : items.get(at);
            if (item == null || !item.get(TYPE).equals("ACTION")) {
                return at;
            }
            at = item.get("PARENT");
        }
    }

    /** The goal that an item belongs to, also when it is not in the plan yet; null when it hangs in the air. */
    @Nullable
    String goal(String id, Map<String, Map<String, String>> added) {
        var at = id;
        while (at != null && added.containsKey(at)) {
            at = added.get(at).get("PARENT");
        }
        while (at != null && items.containsKey(at)) {
            if (items.get(at).get(TYPE).equals("GOAL")) {
                return at;
            }
            at = items.get(at).get("PARENT");
        }
        return null;
    }

    List<String> all(String type) {
        return items.keySet().stream()
                .filter(id -> items.get(id).get(TYPE).equals(type))
                .sorted()
                .toList();
    }

    List<String> rows(String goal) {
        return all("SERIES").stream()
                .filter(id -> goal.equals(goal(id, Map.of())))
                .toList();
    }

    /** Codes of the bodies that answer for a row, the leading one first. */
    List<String> bodies(Map<String, String> row) {
        return Stream.of(row.getOrDefault("EXECUTORS", "").split(","))
                .filter(items::containsKey)
                .map(id -> items.get(id).get("CODE"))
                .toList();
    }

    @Nullable
    String curator(Map<String, String> row) {
        var id = row.get("CURATOR");
        return id == null ? null : items.get(id).get("CODE");
    }

    boolean isDuty(String body, String goal) {
        return rows(goal).stream().anyMatch(row -> bodies(items.get(row)).contains(body));
    }

    Set<String> curators(String goal) {
        var codes = new TreeSet<String>();
        rows(goal).stream()
                .map(row -> curator(items.get(row)))
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes;
    }
}
