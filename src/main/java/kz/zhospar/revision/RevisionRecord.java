package kz.zhospar.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One committed change to anything that is audited. Name, position and body are those of the moment.
 *
 * @param account the account, or null for what the system did by itself
 * @param position the key of the role in which the person acted
 * @param body the key of the person's body
 * @param request number of the change request that it serves
 */
public record RevisionRecord(
        long number,
        Instant at,
        RevisionKind kind,
        @Nullable String account,
        @Nullable String person,
        @Nullable String position,
        @Nullable String body,
        @Nullable Long request,
        String reason) {}
