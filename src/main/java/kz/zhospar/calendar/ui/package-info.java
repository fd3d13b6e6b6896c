/** The screen on which the administrator keeps the working calendar. */
@NullMarked
package kz.zhospar.calendar.ui;

import org.jspecify.annotations.NullMarked;
