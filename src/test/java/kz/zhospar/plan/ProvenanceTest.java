package kz.zhospar.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static final ItemRef SERIES = new ItemRef(ItemType.SERIES, PlanArbitraries.id(1));
    private static final Field FIELD = Field.of(Attribute.PROVENANCE, 2025);
    private static final Provenance STATED = new Provenance("БНС", LocalDate.of(2026, 1, 15), true, "Сроки сдвинуты");

    @Test
    void readsInWords() {
        assertThat(PlanWords.provenance(Language.RU, STATED))
                .isEqualTo("предварительный, источник: БНС, на 15.01.2026, комментарий: Сроки сдвинуты");
        assertThat(PlanWords.provenance(Language.RU, new Provenance("", null, false, " с пробелами ")))
                .isEqualTo("окончательный, комментарий: с пробелами");
    }

    @Test
    void statesSomethingEvenWhenItOnlySaysThatANumberIsFinal() {
        assertThat(Values.orNothing(Provenance.FINAL)).isEqualTo(new Provenance(" ", null, false, ""));
        assertThat(PlanWords.provenance(Language.RU, Provenance.FINAL)).isEqualTo("окончательный");
    }

    @Test
    void isPrintedAndReadAsItIs() {
        assertThat(ValueJson.read(Attribute.PROVENANCE, ValueJson.print(STATED)))
                .isEqualTo(STATED);
    }

    @Test
    void standsBesideTheFactOfItsYear() {
        var item = series().with(Field.of(Attribute.ACTUAL, 2025), Quantity.of("7"))
                .with(FIELD, STATED);
        var parents = List.of(
                Item.of(new ItemRef(ItemType.PLAN, PlanArbitraries.id(9))).build(),
                child(ItemType.DIRECTION, 8, 9),
                child(ItemType.GOAL, 7, 8),
                child(ItemType.INDICATOR, 6, 7));
        var items = new HashMap<ItemRef, Item>(Map.of(SERIES, item.with(parent(), PlanArbitraries.id(6))));
        parents.forEach(one -> items.put(one.ref(), one));

        var cell = PlanTree.of(items)
                .goals()
                .flatMap(Goal::series)
                .findFirst()
                .orElseThrow()
                .cell(2025);

        assertThat(cell).isEqualTo(new Series.Cell(null, Quantity.of("7"), STATED));
    }

    @Test
    void isNoLongerThanTheRulesAllowAndOfAPossibleYear() {
        assertThat(faults(new Provenance("x".repeat(1001), null, false, "")))
                .containsExactly(PlanRules.Rule.TEXT_TOO_LONG);
        assertThat(faults(new Provenance("", null, false, "x".repeat(20_001))))
                .containsExactly(PlanRules.Rule.TEXT_TOO_LONG);
        assertThat(faults(new Provenance("", LocalDate.of(20260, 1, 1), false, "")))
                .containsExactly(PlanRules.Rule.YEAR_OUT_OF_RANGE);
        assertThat(faults(STATED)).isEmpty();
    }

    private static List<PlanRules.Rule> faults(Provenance provenance) {
        var edit = new Change.Edit(SERIES, FIELD, null, provenance);
        return PlanRules.check(Map.of(SERIES, series().with(FIELD, provenance)), List.of(edit)).stream()
                .filter(violation -> FIELD.equals(violation.field()))
                .map(PlanRules.Violation::rule)
                .toList();
    }

    private static Item series() {
        return Item.of(SERIES).put(Attribute.TITLE, LocalizedText.of("Потери")).build();
    }

    private static Item child(ItemType type, int id, int parent) {
        return Item.of(new ItemRef(type, PlanArbitraries.id(id)))
                .put(Attribute.PARENT, PlanArbitraries.id(parent))
                .build();
    }

    private static Field parent() {
        return Field.of(Attribute.PARENT);
    }
}
