package kz.zhospar.change;

import org.jspecify.annotations.Nullable;

/**
 * One office's part in a step: at one step several heads or curators may have to decide, each on what is theirs.
 *
 * @param office the body of a head, the key of a curator; null where the step itself names the office
 */
public record Part(Step step, @Nullable String office) {}
