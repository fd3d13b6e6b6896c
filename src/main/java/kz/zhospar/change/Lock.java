package kz.zhospar.change;

import java.time.Instant;
import kz.zhospar.plan.Change;
import org.jspecify.annotations.Nullable;

/** A place of the plan that a request under review holds: which request, whose, since when. */
public record Lock(Change change, long request, @Nullable String body, Instant since) {

    /** Whether the other change cannot be made while this one is under review. */
    public boolean holds(Change other) {
        var sameItem = change.ref().equals(other.ref());
        return sameItem && (change.fieldOrNull() == null || other.fieldOrNull() == null || change.samePlace(other));
    }
}
