package kz.zhospar.conversation;

import org.jspecify.annotations.Nullable;

/** Somebody who may be mentioned. */
public record Mentionable(
        String account,
        String name,
        String position,
        @Nullable String body) {}
