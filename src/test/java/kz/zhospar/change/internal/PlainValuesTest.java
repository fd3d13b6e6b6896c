package kz.zhospar.change.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kz.zhospar.change.Basis;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.Provenance;
import org.junit.jupiter.api.Test;

/** What of a proposal is kept as it was stated. */
class PlainValuesTest {

    private static final ItemRef ACTION = new ItemRef(ItemType.ACTION, UUID.randomUUID());
    private static final Field TITLE = Field.of(Attribute.TITLE);

    @Test
    void takesOutWhatNoTextHolds() {
        var text = new LocalizedText("Ремонт\0", "Жөн\u202Eдеу", "Repair");
        var plain = new LocalizedText("Ремонт", "Жөндеу", "Repair");

        assertThat(PlainValues.of(new Change.Edit(ACTION, TITLE, null, text)))
                .isEqualTo(new Change.Edit(ACTION, TITLE, null, plain));
        assertThat(PlainValues.of(
                        new Change.Add(Item.of(ACTION).put(TITLE, text).build())))
                .isEqualTo(new Change.Add(Item.of(ACTION).put(TITLE, plain).build()));
        assertThat(PlainValues.of(new Provenance("Отчёт\0", null, true, "\u202Eда")))
                .isEqualTo(new Provenance("Отчёт", null, true, "да"));
        assertThat(PlainValues.of(new Basis("Прото\0кол", "\u202E7", null)))
                .isEqualTo(new Basis("Протокол", "7", null));
    }

    @Test
    void leavesTheRestAndTheBaseAsTheyAre() {
        var base = new LocalizedText("Было\u202E", "", "");
        var edit = new Change.Edit(ACTION, TITLE, base, null);

        assertThat(PlainValues.of(edit)).isEqualTo(edit);
        assertThat(PlainValues.of(Quantity.of("1.50"))).isEqualTo(Quantity.of("1.50"));
        assertThat(PlainValues.of((Object) null)).isNull();
    }
}
