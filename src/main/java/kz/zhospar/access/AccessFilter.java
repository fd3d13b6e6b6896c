package kz.zhospar.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records to list; null lets everything through.
 *
 * @param before only records with a smaller number: the place at which the next page begins
 * @param person a part of the person's name or account, or of the address, whatever the case
 * @param from the first instant
 * @param until the first instant that is too late
 */
public record AccessFilter(
        @Nullable Long before,
        @Nullable String person,
        @Nullable AccessKind kind,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AccessFilter NONE = new AccessFilter(null, null, null, null, null);

    public AccessFilter before(long number) {
        return new AccessFilter(number, person, kind, from, until);
    }
}
