package kz.zhospar.change;

import java.time.Instant;
import java.util.Objects;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/** A place of the plan that a request under review holds: which request, whose, since when. */
public record Lock(Change change, long request, @Nullable String body, Instant since) {

    /** Whether the other change cannot be made while this one is under review. */
    public boolean holds(Change other) {
        return change.ref().equals(other.ref())
                ? change.fieldOrNull() == null || other.fieldOrNull() == null || change.samePlace(other)
                : change instanceof Change.Add held && other instanceof Change.Add added && takesNumber(held, added);
    }

    /** Of two indicators, or rows of one indicator, with the same number only one can be added; actions give way. */
    private static boolean takesNumber(Change.Add held, Change.Add added) {
        var type = held.ref().type();
        return type == added.ref().type()
                && held.item().get(Attribute.NUMBER) instanceof Integer number
                && number.equals(added.item().get(Attribute.NUMBER))
                && (type == ItemType.INDICATOR
                        || type == ItemType.SERIES && Objects.equals(parent(held), parent(added)));
    }

    private static @Nullable Object parent(Change.Add add) {
        return add.item().get(Attribute.PARENT);
    }
}
