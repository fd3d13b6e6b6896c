package kz.zhospar.change.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.zhospar.change.Basis;
import kz.zhospar.change.RequestDetails.Earlier;
import kz.zhospar.change.ui.RoundDifference.Moved;
import kz.zhospar.change.ui.RoundDifference.Part;
import kz.zhospar.change.ui.RoundDifference.Text;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.junit.jupiter.api.Test;

/** What a request says otherwise than in the round before. */
class RoundDifferenceTest {

    private static final ItemRef ROW = new ItemRef(ItemType.SERIES, UUID.randomUUID());
    private static final Basis BASIS = new Basis("Протокол", "7", LocalDate.of(2026, 11, 12));

    @Test
    void findsNothingInTheSameContent() {
        var changes = List.of(target(2024, "1"), target(2025, "2"));

        assertThat(between(changes, changes).isEmpty()).isTrue();
    }

    @Test
    void tellsWhatWasAddedDroppedAndMoved() {
        var difference =
                between(List.of(target(2023, "1"), target(2024, "2")), List.of(target(2024, "2.5"), target(2025, "3")));

        assertThat(difference.added()).containsExactly(target(2025, "3"));
        assertThat(difference.dropped()).containsExactly(target(2023, "1"));
        assertThat(difference.moved()).containsExactly(new Moved(target(2024, "2"), target(2024, "2.5")));
        assertThat(difference.texts()).isEmpty();
    }

    @Test
    void takesAnotherBaseForAMove() {
        var before = new Change.Edit(ROW, Field.of(Attribute.TARGET, 2024), Quantity.of("1"), Quantity.of("3"));
        var after = new Change.Edit(ROW, Field.of(Attribute.TARGET, 2024), Quantity.of("2"), Quantity.of("3"));

        assertThat(between(List.of(before), List.of(after)).moved()).containsExactly(new Moved(before, after));
    }

    @Test
    void comparesWhatIsWrittenPartByPart() {
        var earlier = new Earlier(1, "Название", "Обоснование", BASIS, List.of());
        var later = new Basis("Протокол", "8", BASIS.date());

        var difference = RoundDifference.between(earlier, "Название", "Расчёт приложен", later, List.of());

        assertThat(difference.texts())
                .containsExactly(
                        new Text(Part.JUSTIFICATION, "Обоснование", "Расчёт приложен"),
                        new Text(Part.BASIS, BASIS, later));
    }

    private static RoundDifference between(List<Change> before, List<Change> after) {
        return RoundDifference.between(
                new Earlier(1, "Название", "Обоснование", BASIS, before), "Название", "Обоснование", BASIS, after);
    }

    private static Change target(int year, String value) {
        return new Change.Edit(ROW, Field.of(Attribute.TARGET, year), null, Quantity.of(value));
    }
}
