/**
 * Which days are worked on. {@link kz.zhospar.calendar.WorkingDays} answers from memory; the administrator keeps the days
 * that are not what their weekday says.
 */
@NullMarked
package kz.zhospar.calendar;

import org.jspecify.annotations.NullMarked;
