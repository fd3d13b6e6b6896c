package kz.zhospar.change.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another value that an approver writes beside a change. */
class SuggestionTest {

    private static final ItemRef ROW = new ItemRef(ItemType.SERIES, UUID.randomUUID());
    private static final ItemRef MONEY = new ItemRef(ItemType.FUNDING, UUID.randomUUID());
    private static final ItemRef ACTION = new ItemRef(ItemType.ACTION, UUID.randomUUID());
    private static final Field TARGET = Field.of(Attribute.TARGET, 2025);
    private static final Field AMOUNT = Field.of(Attribute.AMOUNT, 2025);

    private final PlanSnapshot plan = new PlanSnapshot(
            1,
            Instant.EPOCH,
            Map.of(
                    ROW, Item.of(ROW).put(TARGET, Quantity.of("30")).build(),
                    MONEY, Item.of(MONEY).put(AMOUNT, Quantity.of("100")).build(),
                    ACTION, Item.of(ACTION).put(Attribute.DUE, "2025").build()));

    private final Change target = new Change.Edit(ROW, TARGET, Quantity.of("30"), Quantity.of("40"));
    private final Change amount = new Change.Edit(MONEY, AMOUNT, Quantity.of("100"), Quantity.of("120"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"35,5|35.5", " 1 996,5 |1996.5", "≤35|≤35", "-|-", "30|30"})
    void readsAValueAsTheDocumentWritesIt(String text, String value) {
        assertThat(Suggestion.read(target, text, plan))
                .isEqualTo(new Suggestion(Quantity.parse(value).orElseThrow(), null));
    }

    @Test
    void takesNothingForNoSuggestion() {
        assertThat(Suggestion.read(target, "  ", plan)).isEqualTo(new Suggestion(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"абв", "35..5", "3 5 5", "40"})
    void namesWhatItCannotTake(String text) {
        var read = Suggestion.read(target, text, plan);

        assertThat(read.value()).isNull();
        assertThat(read.problem()).contains("«" + text + "»");
    }

    @Test
    void keepsToTheRulesOfThePlan() {
        assertThat(Suggestion.read(amount, "-5", plan).problem()).contains("«-5»");
        assertThat(Suggestion.read(amount, "≤5", plan).problem()).contains("«≤5»");
        var due = new Change.Edit(ACTION, Field.of(Attribute.DUE), "2025", "2025-Q1");
        assertThat(Suggestion.read(due, "весной", plan).problem()).contains("«весной»");
        assertThat(Suggestion.read(due, "2025-Q2", plan).value()).isEqualTo("2025-Q2");
    }

    @Test
    void writesATextInEveryLanguageThatIsFilledIn() {
        var title = new Change.Edit(
                ACTION, Field.of(Attribute.TITLE), null, new LocalizedText("Ремонт", "Жөндеу", "Repair"));
        var texts = Map.of(Language.RU, " ", Language.KK, "Жолды жөндеу", Language.EN, "Road repair");

        assertThat(Suggestion.read(title, texts, plan).value())
                .isEqualTo(new LocalizedText("Ремонт", "Жолды жөндеу", "Road repair"));
        assertThat(Suggestion.read(title, Map.of(Language.KK, "Жөндеу"), plan).problem())
                .contains("«Жөндеу»");
        assertThat(Suggestion.read(title, Map.of(Language.KK, "  "), plan)).isEqualTo(Suggestion.NONE);
    }

    @Test
    void suitsValuesAndTextsOnly() {
        assertThat(Suggestion.suits(target)).isTrue();
        assertThat(Suggestion.suits(new Change.Edit(ROW, TARGET, Quantity.of("30"), null)))
                .isFalse();
        assertThat(Suggestion.suits(new Change.Remove(Item.of(ROW).build()))).isFalse();
    }
}
