package kz.zhospar.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decides for the holder of a position during a period.
 *
 * @param holderPosition key of the role; the bodies are keys
 * @param lastDay the period's last day, included
 * @param endedAt when it was ended before its last day; null when it was not
 */
public record SubstitutionRecord(
        UUID id,
        String holderAccount,
        String holder,
        String holderPosition,
        @Nullable String holderBody,
        String substituteAccount,
        String substitute,
        LocalDate firstDay,
        LocalDate lastDay,
        Phase phase,
        @Nullable Instant endedAt) {

    public enum Phase {
        AHEAD,
        RUNNING,
        OVER
    }
}
