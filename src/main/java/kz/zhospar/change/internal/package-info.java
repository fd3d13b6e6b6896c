@NullMarked
package kz.zhospar.change.internal;

import org.jspecify.annotations.NullMarked;
