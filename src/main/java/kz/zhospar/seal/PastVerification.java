package kz.zhospar.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verification that was made by the application.
 *
 * @param account who had it made
 * @param found how many faults there were; the first of them are named
 */
public record PastVerification(
        Instant at,
        @Nullable String account,
        long seals,
        long rows,
        long unsealed,
        long live,
        long replayed,
        Duration took,
        long found,
        List<Fault> faults) {

    public boolean isClean() {
        return found == 0;
    }
}
