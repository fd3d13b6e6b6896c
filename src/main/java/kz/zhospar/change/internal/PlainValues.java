package kz.zhospar.change.internal;

import kz.zhospar.change.Basis;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.PlainText;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What people state, without what {@link PlainText} takes out. This is done when it comes in, never to what has been
 * stored: decisions are bound to that.
 */
public final class PlainValues {

    private PlainValues() {}

    public static Change of(Change change) {
        return switch (change) {
            case Change.Edit edit -> new Change.Edit(edit.ref(), edit.field(), edit.base(), of(edit.value()));
            case Change.Add add -> {
                var item = add.item();
                for (var entry : add.item().values().entrySet()) {
                    item = item.with(entry.getKey(), of(entry.getValue()));
                }
                yield new Change.Add(item);
            }
            case Change.Remove remove -> remove;
        };
    }

    public static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case String text -> PlainText.storable(text);
            case LocalizedText text ->
                new LocalizedText(
                        PlainText.storable(text.ru()), PlainText.storable(text.kk()), PlainText.storable(text.en()));
            case Provenance said ->
                new Provenance(
                        PlainText.storable(said.source()),
                        said.date(),
                        said.preliminary(),
                        PlainText.storable(said.comment()));
            case null, default -> value;
        };
    }

    public static Basis of(Basis basis) {
        return new Basis(PlainText.storable(basis.name()), PlainText.storable(basis.number()), basis.date());
    }
}
