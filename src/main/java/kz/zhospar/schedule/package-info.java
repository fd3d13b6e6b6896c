/** Lets work be done at set times, each piece by one node however many run. */
@NullMarked
package kz.zhospar.schedule;

import org.jspecify.annotations.NullMarked;
