package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import org.jspecify.annotations.Nullable;

/** Takes what is typed into a table of values to a draft. */
record CellEditor(Drafting draft) implements ValueGrid.Editor {

    @Override
    public Outcome write(CellKey place, String text) {
        Quantity value;
        try {
            value = Quantity.parse(text).orElse(null);
        } catch (IllegalArgumentException e) {
            return Outcome.refused(t("plan.rule.TEXT_TOO_LONG"));
        }
        var outcome = draft.write(place.ref(), place.field(), value);
        return outcome.saved() && outcome.message() == null ? Outcome.savedBut(hint(place, value)) : outcome;
    }

    @Override
    public Outcome revert(CellKey place) {
        return draft.revert(place.ref(), place.field());
    }

    /** A plan may state a sentence where others state a number; more often it is a slip of the keys. */
    private static @Nullable String hint(CellKey place, @Nullable Quantity value) {
        var isText = value != null
                && place.field().attribute() != Attribute.AMOUNT
                && !value.isNumber()
                && !value.isDash()
                && !YearCells.isNoData(value);
        return isText ? t("workspace.value.not-a-number") : null;
    }
}
