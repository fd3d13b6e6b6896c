package kz.zhospar.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The open requests of one person passed to another. */
public record HandOverRecord(
        String leaver, String successor, @Nullable String body, String reason, int requests, Instant at) {}
