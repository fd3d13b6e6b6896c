package kz.zhospar.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leave for one body to report after a period has closed; names and positions are those of the moment.
 *
 * @param until the last day on which the body may report
 * @param running whether the body may report by it today
 * @param mayDecide whether the reader may decide on it
 */
public record ExceptionRecord(
        UUID id,
        long campaign,
        String campaignTitle,
        String body,
        String reason,
        LocalDate until,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String decisionReason,
        boolean running,
        boolean mayDecide) {

    public enum State {
        ASKED,
        GRANTED,
        REFUSED
    }
}
