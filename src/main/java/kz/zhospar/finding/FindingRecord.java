package kz.zhospar.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.zhospar.identity.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what was said about it.
 *
 * @param body the key of the body that has to answer
 * @param due the last day for the answer
 * @param overdue whether the body should have answered by now
 * @param entries the earliest first
 * @param mayAnswer whether the reader may answer for the body now
 * @param mayJudge whether the reader may accept or return an answer, or withdraw the finding, now
 */
public record FindingRecord(
        long number,
        Subject subject,
        String body,
        Severity severity,
        String text,
        LocalDate due,
        FindingState state,
        boolean overdue,
        Signature raisedBy,
        Instant raisedAt,
        List<Entry> entries,
        boolean mayAnswer,
        boolean mayJudge) {

    /** What was done in an entry. */
    public enum Act {
        ANSWERED,
        RETURNED,
        CLOSED,
        WITHDRAWN
    }

    /** @param due the new day for the answer, where one was set */
    public record Entry(Act act, String text, @Nullable LocalDate due, Signature author, Instant at) {}

    /** The address of its page, without a leading slash. */
    public String address() {
        return "audit/findings/" + number;
    }
}
