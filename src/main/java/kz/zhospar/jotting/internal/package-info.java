@NullMarked
package kz.zhospar.jotting.internal;

import org.jspecify.annotations.NullMarked;
