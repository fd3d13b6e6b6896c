package kz.zhospar.change.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.zhospar.change.Verdict;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import org.junit.jupiter.api.Test;

/** What an approver types outlives his session until it is sent. */
class BallotTest {

    private static final ItemRef ROW = new ItemRef(ItemType.SERIES, UUID.randomUUID());
    private static final Change CHANGE =
            new Change.Edit(ROW, Field.of(Attribute.TARGET, 2025), Quantity.of("1"), Quantity.of("2"));
    private static final String PLACE = "12/SERIES-" + ROW.id() + "-TARGET-2025";

    private final PlanSnapshot plan = new PlanSnapshot(1, Instant.EPOCH, Map.of());
    private final Map<String, String> kept = new HashMap<>();
    private final Keeping keeping = new Keeping() {
        @Override
        public Optional<String> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, String text) {
            kept.put(key, text);
        }

        @Override
        public void drop(String key) {
            kept.remove(key);
        }
    };

    @Test
    void findsAgainWhatWasChosenAndTyped() {
        var field = field();
        choose(field, Verdict.RETURNED);
        child(field, TextArea.class).setValue("Нет расчёта");
        suggestion(field).setValue("1,5");

        assertThat(kept)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "verdict/" + PLACE,
                        "RETURNED",
                        "reason/" + PLACE,
                        "Нет расчёта",
                        "suggestion/" + PLACE,
                        "1,5"));
        var again = field();
        assertThat(again.check(plan)).isTrue();
        var item = again.as(again.verdict(), plan);
        assertThat(item.verdict()).isEqualTo(Verdict.RETURNED);
        assertThat(item.reason()).isEqualTo("Нет расчёта");
        assertThat(item.suggestion()).isEqualTo(Quantity.of("1.5"));
    }

    @Test
    void forgetsWhatHasBeenSent() {
        var field = field();
        choose(field, Verdict.REJECTED);
        child(field, TextArea.class).setValue("Противоречит программе");

        field.sent();

        assertThat(kept).isEmpty();
        assertThat(field().hasWords()).isFalse();
    }

    @Test
    void saysThatATextIsNotKeptAndHoldsOnToIt() {
        var deaf = new Keeping() {
            @Override
            public Optional<String> find(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, String text) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public void drop(String key) {}
        };
        var field = new TextArea();
        Kept.in(field, "reason/1", deaf);

        field.setValue("Важное");

        assertThat(field.getValue()).isEqualTo("Важное");
        assertThat(field.getHelperText()).contains("не сохранён на сервере");
    }

    @Test
    void keepsABadValueAndNamesIt() {
        var field = field();
        choose(field, Verdict.RETURNED);
        child(field, TextArea.class).setValue("Нет расчёта");
        suggestion(field).setValue("много");

        assertThat(field.check(plan)).isFalse();
        assertThat(suggestion(field).getErrorMessage()).contains("«много»");
        assertThat(suggestion(field).getValue()).isEqualTo("много");
    }

    @Test
    void asksForAReasonOnlyWhereSomethingIsNotAccepted() {
        var field = field();
        assertThat(field.check(plan)).isTrue();
        choose(field, Verdict.RETURNED);
        assertThat(field.check(plan)).isFalse();
        choose(field, Verdict.APPROVED);
        assertThat(field.check(plan)).isTrue();
        assertThat(kept).isEmpty();
    }

    private ItemVerdictField field() {
        return new ItemVerdictField(12, CHANGE, "Показатель 1", keeping, () -> {});
    }

    @SuppressWarnings("unchecked")
    private static void choose(ItemVerdictField field, Verdict verdict) {
        child(field, RadioButtonGroup.class).setValue(verdict);
    }

    private static TextField suggestion(ItemVerdictField field) {
        return (TextField)
                child(field, SuggestionField.class).getChildren().findFirst().orElseThrow();
    }

    private static <T extends Component> T child(ItemVerdictField field, Class<T> type) {
        return field.getChildren()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
