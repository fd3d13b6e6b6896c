@NullMarked
package kz.zhospar.live.internal;

import org.jspecify.annotations.NullMarked;
