/**
 * The plan for other programs: approved states only, open to anybody, each value as it was entered.
 *
 * <p>The records whose names end in {@code Json} are the published form. Other programs rely on it, so under
 * {@code /api/v1} things are added to it, never renamed or taken away.
 */
@NullMarked
package kz.zhospar.exchange;

import org.jspecify.annotations.NullMarked;
