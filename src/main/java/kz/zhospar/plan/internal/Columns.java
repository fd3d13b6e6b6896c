package kz.zhospar.plan.internal;

import java.util.Objects;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Item;

/** Columns that are never null: in a row, stating nothing is an empty text. */
final class Columns {

    private Columns() {}

    static String text(Item item, Attribute attribute) {
        return Objects.requireNonNullElse(item.get(attribute), "");
    }

    static LocalizedText localized(Item item, Attribute attribute) {
        return Objects.requireNonNullElse(item.get(attribute), LocalizedText.EMPTY);
    }
}
