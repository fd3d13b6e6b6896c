package kz.zhospar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.audit.ComparedChange.Kind;
import kz.zhospar.audit.ComparedChange.Subject;
import kz.zhospar.audit.PlanComparison.Side;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Better;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanArbitraries;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanSnapshot;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What has to hold for the comparison of any two states. */
class PlanComparisonTest {

    private static final ItemRef PLAN = ref(ItemType.PLAN, 1);
    private static final ItemRef DIRECTION = ref(ItemType.DIRECTION, 2);

    @Provide
    Arbitrary<Map<ItemRef, Item>> plans() {
        return PlanArbitraries.plans();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void showsChangesThatTurnTheOneStateIntoTheOther(
            @ForAll("plans") Map<ItemRef, Item> before, @ForAll("plans") Map<ItemRef, Item> after) {
        var comparison = comparison(before, after);
        var shown = comparison.groups().stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(List::stream)
                .map(ComparedChange::change)
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(PlanDiff.between(before, after));
        assertThat(Changes.apply(before, shown)).isEqualTo(after);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void showsEachChangeUnderOneKindAndSomeSubject(
            @ForAll("plans") Map<ItemRef, Item> before, @ForAll("plans") Map<ItemRef, Item> after) {
        var comparison = comparison(before, after);
        var byKind = Stream.of(Kind.values())
                .flatMap(kind ->
                        comparison.filtered(new ComparisonFilter(kind, null, null, null, "")).changes().stream())
                .toList();

        assertThat(byKind).containsExactlyInAnyOrderElementsOf(comparison.changes());
        assertThat(comparison.changes())
                .filteredOn(change -> change.kind() == Kind.CHANGED)
                .allMatch(change -> change.subjects().size() == 1);
        assertThat(comparison.filtered(ComparisonFilter.NONE)).isEqualTo(comparison);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void addsUpTheMoneyThatMovedToTheLastDigit(
            @ForAll("plans") Map<ItemRef, Item> before, @ForAll("plans") Map<ItemRef, Item> after) {
        var totals = comparison(before, after).totals();

        assertThat(sum(totals.money().stream().map(ComparisonTotals.Money::difference)))
                .isEqualByComparingTo(money(after).subtract(money(before)));
        assertThat(totals.money()).allMatch(money -> money.difference().signum() != 0);
    }

    @Example
    void countsTargetsThatRoseFellAndBecameEasier() {
        var growing = series(1, Better.HIGHER);
        var shrinking = series(2, Better.LOWER);
        var neutral = series(3, Better.NEUTRAL);
        var before = plan(
                growing.with(target(2024), Quantity.of("10")).with(target(2025), Quantity.of("10")),
                shrinking.with(target(2024), Quantity.of("5.0")).with(target(2025), Quantity.of("5")),
                neutral.with(target(2024), Quantity.of("1")).with(target(2025), Quantity.DASH));
        var after = plan(
                growing.with(target(2024), Quantity.of("9.99")).with(target(2025), Quantity.of("11")),
                shrinking.with(target(2024), Quantity.of("5.1")).with(target(2025), quantity("≤5")),
                neutral.with(target(2024), Quantity.of("2")).with(target(2025), Quantity.of("3")));

        assertThat(comparison(before, after).totals().targets()).isEqualTo(new ComparisonTotals.Targets(3, 1, 2, 1, 2));
    }

    @Example
    void countsARewrittenNumberAsNoMove() {
        var row = series(1, Better.HIGHER);
        var totals = comparison(
                        plan(row.with(target(2024), Quantity.of("5.0"))),
                        plan(row.with(target(2024), Quantity.of("5.00"))))
                .totals();

        assertThat(totals.targets()).isEqualTo(new ComparisonTotals.Targets(0, 0, 0, 0, 1));
        assertThat(totals.edits()).isEqualTo(1);
    }

    @Example
    void sumsMoneyBySourceAndYearWithoutRounding() {
        var before = plan(
                funding(1, goal(1), FundingSource.LOCAL, "0.1"),
                funding(2, goal(2), FundingSource.LOCAL, "12345678901234567890.123456789"),
                funding(3, PLAN, FundingSource.LOCAL, "7"),
                funding(4, goal(1), FundingSource.OTHER, "1.50"));
        var after = plan(
                funding(1, goal(1), FundingSource.LOCAL, "0.3"),
                funding(2, goal(2), FundingSource.LOCAL, "12345678901234567890.123456788"),
                funding(3, PLAN, FundingSource.LOCAL, "6"),
                funding(4, goal(1), FundingSource.OTHER, "1.5"));

        assertThat(comparison(before, after).totals().money())
                .containsExactly(
                        new ComparisonTotals.Money(
                                false,
                                FundingSource.LOCAL,
                                2024,
                                new BigDecimal("12345678901234567890.223456789"),
                                new BigDecimal("12345678901234567890.423456788")),
                        new ComparisonTotals.Money(
                                true, FundingSource.LOCAL, 2024, new BigDecimal("7"), new BigDecimal("6")));
        assertThat(comparison(before, after).totals().money().getFirst().difference())
                .isEqualTo(new BigDecimal("0.199999999"));
    }

    @Example
    void readsInTheOrderOfTheDocument() {
        var before = plan(Stream.of(10, 2, 1)
                .flatMap(number -> Stream.of(
                        Item.of(goal(number))
                                .put(Attribute.PARENT, DIRECTION.id())
                                .put(Attribute.CODE, "1." + number)
                                .build(),
                        funding(number, goal(number), FundingSource.LOCAL, "1")))
                .toArray(Item[]::new));
        var after = Map.of(PLAN, before.get(PLAN), DIRECTION, before.get(DIRECTION));

        assertThat(comparison(before, after).groups())
                .extracting(group -> group.goal().<String>get(Attribute.CODE))
                .containsExactly("1.1", "1.2", "1.10");
        assertThat(comparison(before, after).groups())
                .allSatisfy(group -> assertThat(group.changes())
                        .extracting(change -> change.change().ref().type())
                        .containsExactly(ItemType.GOAL, ItemType.FUNDING));
    }

    @Example
    void findsWordsAndValuesInAnyLanguageAndCase() {
        var action = Item.of(ref(ItemType.ACTION, 1))
                .put(Attribute.TITLE, new LocalizedText("Ремонт Дорог", "Жол жөндеу", ""))
                .build();
        var row = series(1, Better.HIGHER).with(Field.of(Attribute.TITLE), LocalizedText.of("Потери"));
        var comparison = comparison(
                plan(row.with(target(2024), Quantity.of("1996.5"))),
                plan(action, row.with(target(2024), quantity("≤10"))));

        assertThat(texts(comparison, "жол ЖӨНДЕУ")).isEqualTo(1);
        assertThat(texts(comparison, "дорог")).isEqualTo(1);
        assertThat(texts(comparison, "1996,5")).isEqualTo(1);
        assertThat(texts(comparison, "потери")).isEqualTo(1);
        assertThat(texts(comparison, "  ")).isEqualTo(2);
        assertThat(texts(comparison, "нет такого")).isZero();
    }

    @Example
    void tellsWhatAChangeIsAbout() {
        var row = series(1, Better.HIGHER);
        var comparison = comparison(
                plan(row),
                plan(
                        row.with(target(2024), Quantity.of("1"))
                                .with(Field.of(Attribute.ACTUAL, 2024), Quantity.of("1"))
                                .with(Field.of(Attribute.CURATOR), new UUID(0, 9)),
                        funding(1, goal(1), FundingSource.LOCAL, "1")));

        assertThat(comparison.changes())
                .extracting(ComparedChange::subjects)
                .flatExtracting(subjects -> subjects)
                .contains(Subject.TARGET, Subject.FACT, Subject.RESPONSIBILITY, Subject.MONEY);
    }

    private static int texts(PlanComparison comparison, String text) {
        return comparison
                .filtered(new ComparisonFilter(null, null, null, null, text))
                .changes()
                .size();
    }

    private static BigDecimal money(Map<ItemRef, Item> plan) {
        return sum(plan.values().stream()
                .filter(item -> item.ref().type() == ItemType.FUNDING && item.get(Attribute.FUNDING_SOURCE) != null)
                .flatMap(item -> item.values().values().stream())
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .filter(Quantity::isNumber)
                .map(Quantity::number));
    }

    private static BigDecimal sum(Stream<@Nullable BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PlanComparison comparison(Map<ItemRef, Item> before, Map<ItemRef, Item> after) {
        var changes = PlanDiff.between(before, after).stream()
                .map(change -> new ComparedChange(change, null))
                .toList();
        return new PlanComparison(side(1, before), side(2, after), null, 0, changes, Map.of(), ComparisonFilter.NONE)
                .ordered();
    }

    private static Side side(long revision, Map<ItemRef, Item> items) {
        return new Side(new PlanSnapshot(revision, Instant.EPOCH, items), false);
    }

    private static Map<ItemRef, Item> plan(Item... items) {
        var plan = new HashMap<ItemRef, Item>();
        plan.put(PLAN, Item.of(PLAN).put(Attribute.CODE, "plan").build());
        plan.put(
                DIRECTION,
                Item.of(DIRECTION)
                        .put(Attribute.PARENT, PLAN.id())
                        .put(Attribute.NUMBER, 1)
                        .build());
        Stream.of(items).forEach(item -> plan.put(item.ref(), item));
        return plan;
    }

    private static Item series(int id, Better better) {
        return Item.of(ref(ItemType.SERIES, 100 + id))
                .put(Attribute.PARENT, new UUID(0, 50))
                .put(Attribute.BETTER, better)
                .build();
    }

    private static Item funding(int id, ItemRef parent, FundingSource source, String amount) {
        return Item.of(ref(ItemType.FUNDING, 200 + id))
                .put(Attribute.PARENT, parent.id())
                .put(Attribute.FUNDING_SOURCE, source)
                .put(Field.of(Attribute.AMOUNT, 2024), Quantity.of(amount))
                .build();
    }

    private static ItemRef goal(int id) {
        return ref(ItemType.GOAL, 300 + id);
    }

    private static Field target(int year) {
        return Field.of(Attribute.TARGET, year);
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }

    private static ItemRef ref(ItemType type, int id) {
        return new ItemRef(type, new UUID(0, id));
    }
}
