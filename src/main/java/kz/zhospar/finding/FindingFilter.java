package kz.zhospar.finding;

import org.jspecify.annotations.Nullable;

/**
 * Which findings to list; null lets everything through.
 *
 * @param over whether to list those that are over, rather than those that are not
 */
public record FindingFilter(
        @Nullable Boolean over,
        @Nullable String body,
        @Nullable Severity severity) {}
