package kz.zhospar.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it was taken: person, position and body are those of the moment.
 *
 * @param office the body or the curator for which the position decided; null where the step names the office
 * @param principal whom the person stood in for; null when he decided for himself
 * @param items the single changes that were not accepted; all others of the part were
 * @param splitInto number of the draft into which returned changes went while the rest goes on
 */
public record DecisionRecord(
        UUID id,
        long request,
        int round,
        Step step,
        @Nullable String office,
        Verdict verdict,
        String reason,
        String person,
        String position,
        @Nullable String body,
        @Nullable Principal principal,
        Instant at,
        String contentHash,
        List<ItemVerdict> items,
        @Nullable Long splitInto) {

    /** The holder of the position for whom a substitute decided. */
    public record Principal(
            String name, String position, @Nullable String body) {}
}
