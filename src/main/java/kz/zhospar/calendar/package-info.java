/** Which days are worked on. */
@NullMarked
package kz.zhospar.calendar;

import org.jspecify.annotations.NullMarked;
