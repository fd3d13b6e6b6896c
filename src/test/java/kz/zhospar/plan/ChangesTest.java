package kz.zhospar.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zhospar.common.Quantity;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What has to hold for every plan and every change. Edge cases of whole plans would be millions, and take their time. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ChangesTest {

    record PlanWithTwo(Map<ItemRef, Item> plan, Change one, Change other) {}

    @Provide
    Arbitrary<Map<ItemRef, Item>> plans() {
        return PlanArbitraries.plans();
    }

    @Provide
    Arbitrary<Item> items() {
        return PlanArbitraries.items();
    }

    @Provide
    Arbitrary<PlanWithTwo> plansWithTwoChanges() {
        return PlanArbitraries.plans()
                .flatMap(plan -> PlanArbitraries.changes(plan)
                        .flatMap(one -> PlanArbitraries.changes(plan).map(other -> new PlanWithTwo(plan, one, other))));
    }

    @Property(tries = 3000)
    void appliesADifferenceToGetTheOtherPlan(
            @ForAll("plans") Map<ItemRef, Item> before, @ForAll("plans") Map<ItemRef, Item> after) {
        assertThat(Changes.apply(before, PlanDiff.between(before, after))).isEqualTo(after);
    }

    @Property(tries = 2000)
    void findsNoDifferenceBetweenAPlanAndItself(@ForAll("plans") Map<ItemRef, Item> plan) {
        assertThat(PlanDiff.between(plan, Map.copyOf(plan))).isEmpty();
    }

    @Property(tries = 20_000)
    void letsTwoChangesCommuteOrConflict(@ForAll("plansWithTwoChanges") PlanWithTwo given) {
        var oneThenOther = applied(given.plan(), given.one(), given.other());
        var otherThenOne = applied(given.plan(), given.other(), given.one());
        assertThat(oneThenOther).isEqualTo(otherThenOne);
        var first = Changes.apply(given.plan(), List.of(given.one()));
        if (oneThenOther.isPresent()) {
            assertThat(PlanDiff.between(given.plan(), oneThenOther.get()))
                    .as("nothing of either is lost")
                    .containsExactlyInAnyOrder(given.one(), given.other());
        } else {
            assertThat(Changes.conflicts(first, List.of(given.other())))
                    .as("the second is told what it met")
                    .hasSize(1);
        }
    }

    @Property(tries = 2000)
    void appliesAllOrNothing(@ForAll("plansWithTwoChanges") PlanWithTwo given) {
        var copy = Map.copyOf(given.plan());
        if (applied(given.plan(), given.one(), given.other()).isEmpty()) {
            assertThat(given.plan()).isEqualTo(copy);
        }
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.MIXIN)
    void readsBackEveryItemFromItsText(@ForAll("items") Item item) {
        assertThat(ValueJson.readItem(item.ref(), ValueJson.print(item))).isEqualTo(item);
        item.values()
                .forEach((field, value) -> assertThat(ValueJson.read(field.attribute(), ValueJson.print(value)))
                        .isEqualTo(value));
    }

    @Example
    void tellsBaseTheirsAndMine() {
        var ref = new ItemRef(ItemType.SERIES, PlanArbitraries.id(1));
        var field = Field.of(Attribute.TARGET, 2025);
        var plan = Map.of(ref, Item.of(ref).put(field, Quantity.of("7")).build());
        var stale = new Change.Edit(ref, field, Quantity.of("5"), Quantity.of("9"));
        assertThatThrownBy(() -> Changes.apply(plan, List.of(stale)))
                .isInstanceOfSatisfying(
                        StalePlanException.class,
                        e -> assertThat(e.conflicts()).singleElement().satisfies(conflict -> {
                            assertThat(conflict.base()).isEqualTo(Quantity.of("5"));
                            assertThat(conflict.theirs()).isEqualTo(Quantity.of("7"));
                            assertThat(conflict.mine()).isEqualTo(Quantity.of("9"));
                        }));
    }

    @Example
    void tellsScaleApart() {
        var ref = new ItemRef(ItemType.SERIES, PlanArbitraries.id(1));
        var field = Field.of(Attribute.TARGET, 2025);
        var one = Map.of(ref, Item.of(ref).put(field, Quantity.of("5.0")).build());
        var other = Map.of(ref, Item.of(ref).put(field, Quantity.of("5.00")).build());
        assertThat(PlanDiff.between(one, other)).hasSize(1);
    }

    private static Optional<Map<ItemRef, Item>> applied(Map<ItemRef, Item> plan, Change... changes) {
        try {
            return Optional.of(Changes.apply(plan, List.of(changes)));
        } catch (StalePlanException e) {
            return Optional.empty();
        }
    }
}
