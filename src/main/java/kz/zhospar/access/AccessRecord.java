package kz.zhospar.access;

import java.time.Instant;
import kz.zhospar.identity.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at the doors of the system.
 *
 * @param number grows with every record
 * @param person as he was then; null for somebody who is not signed in
 * @param address where the request came from; null for work without a request
 * @param agent what the browser says of itself
 * @param object what was refused or taken, or what a person's post was before; may be empty
 * @param further of a line that stands for others: how many alike there were beyond those kept one by one
 */
public record AccessRecord(
        long number,
        Instant at,
        AccessKind kind,
        @Nullable Signature person,
        @Nullable String address,
        @Nullable String agent,
        String object,
        @Nullable Integer further) {}
