package kz.zhospar.change.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import org.junit.jupiter.api.Test;

/** What a change means beyond its own place. */
class EffectTest {

    private static final Item PLAN = item(ItemType.PLAN, null)
            .put(Attribute.FIRST_YEAR, 2021)
            .put(Attribute.LAST_YEAR, 2025)
            .build();
    private static final Item DIRECTION =
            item(ItemType.DIRECTION, PLAN).put(Attribute.NUMBER, 1).build();
    private static final Item GOAL =
            item(ItemType.GOAL, DIRECTION).put(Attribute.CODE, "1.1").build();
    private static final Item INDICATOR =
            item(ItemType.INDICATOR, GOAL).put(Attribute.NUMBER, 1).build();
    private static final Item LEADS = body("one");
    private static final Item AGREES = body("two");
    private static final Item CURATOR = item(ItemType.CURATOR_POST, null)
            .put(Attribute.CODE, "amrin")
            .put(Attribute.TITLE, LocalizedText.of("Амрин"))
            .build();
    private static final Item ROW = item(ItemType.SERIES, INDICATOR)
            .put(Attribute.NUMBER, 1)
            .put(Attribute.CURATOR, CURATOR.ref().id())
            .put(
                    Attribute.EXECUTORS,
                    new Executors(List.of(
                            new Executors.Executor(LEADS.ref().id(), false),
                            new Executors.Executor(AGREES.ref().id(), true))))
            .put(Field.of(Attribute.TARGET, 2021), Quantity.of("10"))
            .put(Field.of(Attribute.TARGET, 2025), Quantity.of("30"))
            .put(Field.of(Attribute.ACTUAL, 2021), Quantity.of("9"))
            .build();
    private static final Item OTHER_ROW = item(ItemType.SERIES, INDICATOR)
            .put(Attribute.NUMBER, 2)
            .put(Field.of(Attribute.TARGET, 2023), Quantity.of("7"))
            .build();
    private static final Item LOCAL = funding(FundingSource.LOCAL, "100.5");
    private static final Item STATED = funding(FundingSource.TOTAL, "151");
    private static final Item OTHER = funding(FundingSource.OTHER, "50");

    private final PlanSnapshot plan = new PlanSnapshot(
            1,
            Instant.EPOCH,
            Stream.of(PLAN, DIRECTION, GOAL, INDICATOR, LEADS, AGREES, CURATOR, ROW, OTHER_ROW, LOCAL, OTHER, STATED)
                    .collect(Collectors.toMap(Item::ref, Function.identity())));

    @Test
    void leadsYearByYearToTheFinalValueWithAllThatTheRequestMoves() {
        var change = edit(ROW, Field.of(Attribute.TARGET, 2023), null, Quantity.of("20"));
        var last = edit(ROW, Field.of(Attribute.TARGET, 2025), Quantity.of("30"), Quantity.of("40"));

        var path = effect(change, change, last).path();

        assertThat(path.years()).extracting(Effect.Year::year).containsExactly(2021, 2022, 2023, 2024, 2025);
        assertThat(path.years())
                .filteredOn(Effect.Year::movesTarget)
                .extracting(Effect.Year::year)
                .containsExactly(2023, 2025);
        assertThat(path.years().getLast())
                .isEqualTo(new Effect.Year(2025, Quantity.of("30"), Quantity.of("40"), null, null));
        assertThat(path.hasActuals()).isTrue();
        assertThat(path.others()).containsExactly(new Effect.Row(OTHER_ROW.ref(), Quantity.of("7"), null));
    }

    @Test
    void tellsAFactFromATarget() {
        var change = edit(ROW, Field.of(Attribute.ACTUAL, 2022), null, Quantity.of("11"));

        var years = effect(change, change).path().years();

        assertThat(years)
                .filteredOn(Effect.Year::movesActual)
                .extracting(Effect.Year::year)
                .containsExactly(2022);
        assertThat(years).noneMatch(Effect.Year::movesTarget);
    }

    @Test
    void balancesTheMoneyOfTheGoalOverItsSourcesAgainstTheStatedTotal() {
        var change = edit(LOCAL, Field.of(Attribute.AMOUNT, 2023), Quantity.of("100.5"), Quantity.of("120.25"));
        var later = edit(LOCAL, Field.of(Attribute.AMOUNT, 2024), null, Quantity.of("1"));

        var balance = effect(change, change, later).balance();

        assertThat(balance.years())
                .containsExactly(
                        new Effect.Sum(2023, new BigDecimal("150.5"), new BigDecimal("170.25"), new BigDecimal("151")),
                        new Effect.Sum(2024, BigDecimal.ZERO, BigDecimal.ONE, null));
        assertThat(balance.total().difference()).isEqualByComparingTo("20.75");
    }

    @Test
    void countsASourceThatIsAddedOrTakenAway() {
        assertThat(effect(new Change.Remove(OTHER), new Change.Remove(OTHER))
                        .balance()
                        .total()
                        .difference())
                .isEqualByComparingTo("-50");
        var added = new Change.Add(funding(FundingSource.REPUBLICAN, "3"));
        assertThat(effect(added, added).balance().total().difference()).isEqualByComparingTo("3");
    }

    @Test
    void namesWhoAnswersForWhatIsTouchedBeforeAndAfter() {
        var newcomer = body("three");
        var change = edit(
                ROW,
                Field.of(Attribute.EXECUTORS),
                ROW.get(Attribute.EXECUTORS),
                new Executors(List.of(new Executors.Executor(newcomer.ref().id(), false))));

        var touched = effect(change, new Change.Add(newcomer), change).touched();

        assertThat(touched.executors())
                .extracting(executor -> executor.body().key())
                .containsExactly("one", "two", "three");
        assertThat(touched.executors().get(1).byAgreement()).isTrue();
        assertThat(touched.curators()).extracting(curator -> curator.key()).containsExactly("amrin");
    }

    @Test
    void asksTheRowsOfTheGoalWhereAnItemHasNone() {
        var action = item(ItemType.ACTION, GOAL)
                .put(Attribute.NUMBER, 1)
                .put(Attribute.TITLE, LocalizedText.of("Ремонт"))
                .build();
        var effect = effect(new Change.Add(action), new Change.Add(action));

        assertThat(effect.path()).isNull();
        assertThat(effect.balance()).isNull();
        assertThat(effect.touched().executors()).hasSize(2);
    }

    private Effect effect(Change change, Change... all) {
        return Effect.of(change, plan.tree(), plan.apply(List.of(all)).tree());
    }

    private static Change edit(Item item, Field field, Object base, Object value) {
        return new Change.Edit(item.ref(), field, base, value);
    }

    private static Item body(String key) {
        return item(ItemType.BODY, null).put(Attribute.CODE, key).build();
    }

    private static Item funding(FundingSource source, String amount) {
        return item(ItemType.FUNDING, GOAL)
                .put(Attribute.FUNDING_SOURCE, source)
                .put(Field.of(Attribute.AMOUNT, 2023), Quantity.of(amount))
                .build();
    }

    private static Item.Builder item(ItemType type, Item parent) {
        var builder = Item.of(new ItemRef(type, UUID.randomUUID()));
        return parent == null
                ? builder
                : builder.put(Attribute.PARENT, parent.ref().id());
    }
}
