/** Value types that every module speaks in; nothing here is a bean. */
@NullMarked
package kz.zhospar.common;

import org.jspecify.annotations.NullMarked;
