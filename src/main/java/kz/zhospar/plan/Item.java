package kz.zhospar.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one item states at one moment. A field that states nothing is absent; an empty text or list states
 * nothing.
 *
 * @throws IllegalArgumentException when the item's type does not have a field or a value is not of the field's type
 */
public record Item(ItemRef ref, SortedMap<Field, Object> values) {

    public Item {
        values.forEach((field, value) -> check(ref.type(), field, value));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public Optional<Object> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The value of a yearless attribute, or null. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Attribute attribute) {
        return (T) values.get(Field.of(attribute));
    }

    /** The same item stating another value, or nothing for null, in one field. */
    public Item with(Field field, @Nullable Object value) {
        var next = new TreeMap<>(values);
        if (value == null) {
            next.remove(field);
        } else {
            next.put(field, value);
        }
        return new Item(ref, next);
    }

    private static void check(ItemType type, Field field, Object value) {
        if (!type.has(field.attribute())) {
            throw new IllegalArgumentException(type + " does not state " + field);
        }
        if (!field.attribute().type().isInstance(value)) {
            throw new IllegalArgumentException(
                    field + " cannot be a " + value.getClass().getSimpleName());
        }
        if (Values.isNothing(value)) {
            throw new IllegalArgumentException(field + " states nothing: leave it out");
        }
    }

    public static Builder of(ItemRef ref) {
        return new Builder(ref);
    }

    /** Collects the values of one item from several places; nothing is left out by itself. */
    public static final class Builder {
        private final ItemRef ref;
        private final Map<Field, Object> values = new TreeMap<>();
        private final SortedMap<Integer, Executors.Executor> executors = new TreeMap<>();

        private Builder(ItemRef ref) {
            this.ref = ref;
        }

        public Builder put(Attribute attribute, @Nullable Object value) {
            return put(Field.of(attribute), value);
        }

        public Builder put(Field field, @Nullable Object value) {
            if (value != null && !Values.isNothing(value)) {
                values.put(field, value);
            }
            return this;
        }

        /** One of the executors, which are stored one by one; they come together in the order of their positions. */
        public Builder putExecutor(int position, Executors.Executor executor) {
            executors.put(position, executor);
            return this;
        }

        public Item build() {
            if (!executors.isEmpty()) {
                put(Attribute.EXECUTORS, new Executors(List.copyOf(executors.values())));
            }
            return new Item(ref, new TreeMap<>(values));
        }
    }
}
