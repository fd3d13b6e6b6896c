package kz.zhospar.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One decision as it was taken: person, position and body are those of the moment. */
public record DecisionRecord(
        long request,
        int round,
        Step step,
        Verdict verdict,
        String reason,
        String person,
        String position,
        @Nullable String body,
        Instant at,
        String contentHash) {}
