package kz.zhospar.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.PlanRules.Rule;
import kz.zhospar.plan.PlanRules.Violation;
import org.junit.jupiter.api.Test;

/** Numbers are given once; what was so before the changes is not their fault. */
class PlanRulesTest {

    private final Map<ItemRef, Item> plan = new HashMap<>();
    private final Item goal = item(ItemType.GOAL, null, null);
    private final Item other = item(ItemType.GOAL, null, null);

    @Test
    void givesANumberToOneIndicatorOfThePlan() {
        item(ItemType.INDICATOR, goal, 1);
        var second = item(ItemType.INDICATOR, other, 1);
        assertThat(check(new Change.Add(second))).containsExactly(taken(second));
        assertThat(check(new Change.Add(item(ItemType.INDICATOR, goal, 2)))).isEmpty();
    }

    @Test
    void givesANumberToOneRowOfAnIndicator() {
        var indicator = item(ItemType.INDICATOR, goal, 1);
        var another = item(ItemType.INDICATOR, goal, 2);
        item(ItemType.SERIES, indicator, 1);
        var second = item(ItemType.SERIES, indicator, 1);
        assertThat(check(new Change.Add(second))).contains(taken(second));
        assertThat(check(new Change.Add(item(ItemType.SERIES, another, 1))))
                .noneMatch(violation -> violation.rule() == Rule.NUMBER_TAKEN);
    }

    @Test
    void givesANumberToOneActionOfAGoalHoweverDeepItStands() {
        var heading = item(ItemType.ACTION, goal, 1);
        item(ItemType.ACTION, item(ItemType.ACTION, heading, 2), 3);
        var outer = item(ItemType.ACTION, goal, 3);
        assertThat(check(new Change.Add(outer))).containsExactly(taken(outer));
        assertThat(check(new Change.Add(item(ItemType.ACTION, other, 3)))).isEmpty();
    }

    @Test
    void judgesOnlyTheNumbersThatWereGiven() {
        var first = item(ItemType.ACTION, goal, 1);
        var second = item(ItemType.ACTION, goal, 1);
        assertThat(check(new Change.Edit(first.ref(), Field.of(Attribute.FROM), null, 2021)))
                .isEmpty();
        assertThat(check(new Change.Edit(second.ref(), Field.of(Attribute.NUMBER), 2, 1)))
                .containsExactly(taken(second));
        assertThat(check(new Change.Add(item(ItemType.ACTION, goal, null)))).isEmpty();
    }

    private List<Violation> check(Change change) {
        return PlanRules.check(plan, List.of(change));
    }

    private static Violation taken(Item item) {
        return new Violation(Rule.NUMBER_TAKEN, item.ref(), Field.of(Attribute.NUMBER));
    }

    private Item item(ItemType type, Item parent, Integer number) {
        var item = Item.of(new ItemRef(type, UUID.randomUUID()))
                .put(Attribute.PARENT, parent == null ? null : parent.ref().id());
        if (number != null) {
            item.put(Attribute.NUMBER, number);
        }
        if (type != ItemType.SERIES) {
            item.put(Attribute.TITLE, LocalizedText.of("Название"));
        }
        var built = item.build();
        plan.put(built.ref(), built);
        return built;
    }
}
