package kz.zhospar.plan;

import org.jspecify.annotations.Nullable;

/**
 * A change whose base is no longer what the plan states.
 *
 * @param theirs what the plan states now in the changed place: a field's value or a whole {@link Item}; null for
 *     nothing
 */
public record Conflict(Change change, @Nullable Object theirs) {

    /** What the change was made from. */
    public @Nullable Object base() {
        return switch (change) {
            case Change.Add _ -> null;
            case Change.Edit edit -> edit.base();
            case Change.Remove remove -> remove.base();
        };
    }

    /** What the change would state. */
    public @Nullable Object mine() {
        return switch (change) {
            case Change.Add add -> add.item();
            case Change.Edit edit -> edit.value();
            case Change.Remove _ -> null;
        };
    }
}
