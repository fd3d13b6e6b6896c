/**
 * Reporting periods: which facts the bodies are asked for, by when, how far they have come, and who may be late.
 *
 * <p>A fact still reaches the plan in one way only: each body's facts of a period are one change request.
 */
@NullMarked
package kz.zhospar.reporting;

import org.jspecify.annotations.NullMarked;
