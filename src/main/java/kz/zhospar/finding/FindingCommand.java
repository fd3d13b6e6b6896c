package kz.zhospar.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor wants to record; null is what he has not filled in yet.
 *
 * @param body the key of the body that has to answer
 * @param due the last day for the answer
 */
public record FindingCommand(
        Subject subject,
        @Nullable String body,
        @Nullable Severity severity,
        String text,
        @Nullable LocalDate due) {}
