package kz.zhospar.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.common.Comparison;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random plans and changes: few places, so that changes meet; many kinds of value, as real plans have them. */
public final class PlanArbitraries {

    private static final int IDS = 4;

    private PlanArbitraries() {}

    public static Arbitrary<Quantity> quantities() {
        var numbers = Combinators.combine(
                        Arbitraries.of(Comparison.class),
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(18).negate(), BigInteger.TEN.pow(18)),
                        Arbitraries.integers().between(0, 6))
                .as((comparison, unscaled, scale) -> new Quantity(comparison, new BigDecimal(unscaled, scale), null));
        var texts = Arbitraries.of("-", "н/д (КВИ)", "1 GLP", "н/д", "Предусмотрено выделение грантов", "5%", "<10")
                .map(text -> new Quantity(Comparison.EQUAL, null, text));
        return Arbitraries.frequencyOf(Tuple.of(4, numbers), Tuple.of(1, texts));
    }

    public static Arbitrary<LocalizedText> texts() {
        var words = Arbitraries.of("", "Дороги", "Жолдар", "Roads", "«кавычки»", "a\nb", "\"}{'", "😀");
        return Combinators.combine(words, words, words).as(LocalizedText::new);
    }

    /** A value of the attribute's type, or null for none. */
    public static Arbitrary<Object> values(Attribute attribute) {
        Arbitrary<?> values = switch (attribute.type().getSimpleName()) {
            case "Quantity" -> quantities();
            case "LocalizedText" -> texts();
            case "String" -> Arbitraries.of("", "1.1", "2023-Q1", "текст \\ \" текст");
            case "Integer" -> Arbitraries.integers().between(-5, 3000);
            case "Boolean" -> Arbitraries.of(true, false);
            case "UUID" -> Arbitraries.integers().between(1, IDS).map(PlanArbitraries::id);
            case "Executors" -> executors();
            case "Phases" -> phases();
            case "Measures" -> measures();
            case "Provenance" -> provenances();
            default -> Arbitraries.of(attribute.type().getEnumConstants());
        };
        return values.map(Values::orNothing).injectNull(0.15);
    }

    private static Arbitrary<Executors> executors() {
        var executor = Combinators.combine(Arbitraries.integers().between(1, IDS), Arbitraries.of(true, false))
                .as((number, agreed) -> new Executors.Executor(id(number), agreed));
        return executor.list()
                .ofMaxSize(IDS)
                .uniqueElements(Executors.Executor::body)
                .map(Executors::new);
    }

    private static Arbitrary<Phases> phases() {
        var years = Arbitraries.integers().between(2020, 2030).injectNull(0.3);
        return Combinators.combine(Arbitraries.of("ввод", "проект", ""), years, years)
                .as(Phases.Phase::new)
                .list()
                .ofMaxSize(3)
                .map(Phases::new);
    }

    private static Arbitrary<Measures> measures() {
        return Combinators.combine(
                        Arbitraries.of("147,2", "5"), Arbitraries.of("км", ""), Arbitraries.of(Measures.Per.class))
                .as(Measures.Measure::new)
                .list()
                .ofMaxSize(3)
                .map(Measures::new);
    }

    private static Arbitrary<Provenance> provenances() {
        var dates = Arbitraries.integers()
                .between(-400, 4000)
                .map(days -> LocalDate.of(2021, 1, 1).plusDays(days))
                .injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.of("", "БНС", "\"Отчёт\" \\ 1-б"),
                        dates,
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "Сроки сдвинуты", "a\nb"))
                .as(Provenance::new)
                // Combined with those of all other attributes they would be millions.
                .withoutEdgeCases();
    }

    public static Arbitrary<Field> fields(ItemType type) {
        return Arbitraries.of(type.attributes())
                .flatMap(attribute -> attribute.yearly()
                        ? Arbitraries.integers().between(2019, 2022).map(year -> Field.of(attribute, year))
                        : Arbitraries.just(Field.of(attribute)));
    }

    public static Arbitrary<ItemRef> refs() {
        return Combinators.combine(
                        Arbitraries.of(ItemType.class), Arbitraries.integers().between(1, 2))
                .as((type, number) -> new ItemRef(type, id(number)));
    }

    public static Arbitrary<Item> items(ItemRef ref) {
        var fields = ref.type().attributes().stream()
                .flatMap(attribute -> attribute.yearly()
                        ? IntStream.range(2019, 2022).mapToObj(year -> Field.of(attribute, year))
                        : Stream.of(Field.of(attribute)))
                .toList();
        return Combinators.combine(
                        fields.stream().map(field -> values(field.attribute())).toList())
                .as(values -> item(ref, fields, values));
    }

    private static Item item(ItemRef ref, List<Field> fields, List<Object> values) {
        var item = Item.of(ref);
        for (int i = 0; i < fields.size(); i++) {
            item.put(fields.get(i), values.get(i));
        }
        return item.build();
    }

    public static Arbitrary<Item> items() {
        return refs().flatMap(PlanArbitraries::items);
    }

    public static Arbitrary<Map<ItemRef, Item>> plans() {
        return items().list()
                .ofMaxSize(8)
                .map(items -> items.stream().collect(Collectors.toMap(Item::ref, item -> item, (one, other) -> other)));
    }

    /** A change that the plan allows; null where the drawn value would change nothing. */
    public static Arbitrary<Change> changes(Map<ItemRef, Item> plan) {
        return refs().flatMap(ref -> {
            var item = plan.get(ref);
            if (item == null) {
                return items(ref).map(Change.Add::new);
            }
            Arbitrary<Change> edits = fields(ref.type())
                    .flatMap(field -> values(field.attribute()).map(value -> edit(item, field, value)));
            return Arbitraries.frequencyOf(
                    Tuple.of(5, edits), Tuple.of(1, Arbitraries.just((Change) new Change.Remove(item))));
        });
    }

    private static Change edit(Item item, Field field, Object value) {
        var base = item.value(field).orElse(null);
        return Objects.equals(base, value) ? new Change.Remove(item) : new Change.Edit(item.ref(), field, base, value);
    }

    /** Changes that follow each other, each made from the plan as the ones before it left it. */
    public static Arbitrary<List<Change>> histories(Map<ItemRef, Item> plan) {
        return Arbitraries.integers().between(0, 8).flatMap(length -> history(plan, length, List.of()));
    }

    private static Arbitrary<List<Change>> history(Map<ItemRef, Item> plan, int length, List<Change> made) {
        if (length == 0) {
            return Arbitraries.just(made);
        }
        return changes(plan).flatMap(change -> {
            var next = new ArrayList<>(made);
            next.add(change);
            return history(new HashMap<>(Changes.apply(plan, List.of(change))), length - 1, next);
        });
    }

    public static UUID id(int number) {
        return new UUID(0, number);
    }
}
