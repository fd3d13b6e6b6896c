@NullMarked
package kz.zhospar.calendar.internal;

import org.jspecify.annotations.NullMarked;
