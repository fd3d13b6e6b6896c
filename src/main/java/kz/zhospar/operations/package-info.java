/**
 * What those need who run the application: the management port, logs that can be followed, whether the database takes
 * changes.
 */
@NullMarked
package kz.zhospar.operations;

import org.jspecify.annotations.NullMarked;
