package kz.zhospar.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.Provenance;
import org.jspecify.annotations.Nullable;

/** Values of any type that a service takes: sensible by themselves or not, and together most often not. */
final class Anything {

    /** There is no making up such a value. */
    static final class Unknown extends RuntimeException {
        Unknown(Type type) {
            super(type.getTypeName());
        }
    }

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.MIN,
            LocalDate.MAX,
            LocalDate.EPOCH,
            LocalDate.of(0, 1, 1),
            LocalDate.of(-4713, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(5874898, 1, 1),
            LocalDate.now().plusDays(1),
            LocalDate.now().plusDays(9));

    /** Some of which are right: what is refused at the first word never comes to the second. */
    private static final List<String> WORDS =
            List.of("ugm", "uo", "ugm-head", "ugm-official", "ue-head", "economy", "Причина", "current", "2024");

    private static final List<BigDecimal> NUMBERS =
            List.of(BigDecimal.ZERO, BigDecimal.TEN.negate(), new BigDecimal("1e400"), new BigDecimal("1e-400"));

    private final Nonsense nonsense;
    private final PlanSnapshot plan;
    private final List<Long> numbers;
    private final ItemRef own;

    /**
     * @param numbers of things that there are
     * @param own a row that one of those who ask may write in
     */
    Anything(Nonsense nonsense, PlanSnapshot plan, List<Long> numbers, ItemRef own) {
        this.nonsense = nonsense;
        this.plan = plan;
        this.numbers = numbers;
        this.own = own;
    }

    @Nullable
    Object of(Type type) {
        if (type instanceof ParameterizedType many && many.getRawType() instanceof Class<?> raw) {
            return many(raw, many.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> one)) {
            throw new Unknown(type);
        }
        return plain(one);
    }

    private Object many(Class<?> raw, Type of) {
        if (!raw.isAssignableFrom(List.class) && !raw.isAssignableFrom(Set.class)) {
            throw new Unknown(raw);
        }
        var list = new ArrayList<>();
        for (int i = nonsense.below(4); i > 0; i--) {
            list.add(of(of));
        }
        return raw.isAssignableFrom(List.class) || raw == Collection.class ? list : new HashSet<>(list);
    }

    private Object plain(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> nonsense.sometimes(3) ? nonsense.of(WORDS) : nonsense.text();
            case "boolean", "Boolean" -> nonsense.sometimes(2);
            case "int", "Integer" -> nonsense.of(List.of(0, 1, 2024, 2025, 2026, 9999));
            case "long", "Long" ->
                nonsense.sometimes(2)
                        ? nonsense.of(numbers)
                        : nonsense.of(List.of(0L, -1L, 1L, Long.MAX_VALUE, Long.MIN_VALUE));
            case "UUID" -> new UUID(nonsense.below(9), nonsense.below(9));
            case "LocalDate" -> nonsense.of(DAYS);
            case "Instant" -> nonsense.of(List.of(Instant.EPOCH, Instant.now(), Instant.parse("9999-12-31T00:00:00Z")));
            case "BigDecimal" -> nonsense.of(NUMBERS);
            case "byte[]" -> file();
            case "Object" -> nonsense.of(List.of(nonsense.text(), quantity(), provenance(), 7L, List.of()));
            case "Quantity" -> quantity();
            case "ItemRef" -> nonsense.sometimes(2) ? own : item().ref();
            case "Provenance" -> provenance();
            case "Item" -> item();
            case "Field" -> Field.of(nonsense.of(List.of(Attribute.values())), 2020 + nonsense.below(12));
            case "Goal" -> nonsense.of(plan.tree().goals().toList());
            default -> made(type);
        };
    }

    private byte[] file() {
        return switch (nonsense.below(4)) {
            case 0 -> new byte[0];
            case 1 -> "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
            case 2 -> nonsense.damaged("PK\u0003\u0004[Content_Types].xml word/".getBytes(StandardCharsets.UTF_8));
            default -> nonsense.bytes(nonsense.below(500));
        };
    }

    private Quantity quantity() {
        try {
            return Quantity.parse(nonsense.text()).orElse(Quantity.of("1"));
        } catch (IllegalArgumentException e) {
            return Quantity.of("2");
        }
    }

    private Provenance provenance() {
        return new Provenance(nonsense.text(), nonsense.of(DAYS), nonsense.sometimes(2), nonsense.text());
    }

    private Item item() {
        return nonsense.of(List.copyOf(plan.items().values()));
    }

    private Object made(Class<?> type) {
        if (type.isEnum()) {
            return nonsense.of(Arrays.asList(type.getEnumConstants()));
        }
        if (type.isSealed()) {
            return plain(nonsense.of(List.of(type.getPermittedSubclasses())));
        }
        if (!type.isRecord()) {
            throw new Unknown(type);
        }
        var components = type.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(components).map(this::component).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        var mayBeMissing = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return mayBeMissing && nonsense.sometimes(4) ? null : of(component.getGenericType());
    }
}
