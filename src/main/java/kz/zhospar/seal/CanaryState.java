package kz.zhospar.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last proof that changes are audited and sealed gave on this node.
 *
 * @param at when it was made
 * @param problem what went wrong, for whoever repairs it; null when all is well
 */
public record CanaryState(Instant at, @Nullable String problem) {

    public boolean isWell() {
        return problem == null;
    }
}
