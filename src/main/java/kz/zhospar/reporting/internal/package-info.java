@NullMarked
package kz.zhospar.reporting.internal;

import org.jspecify.annotations.NullMarked;
