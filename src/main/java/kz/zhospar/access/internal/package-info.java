@NullMarked
package kz.zhospar.access.internal;

import org.jspecify.annotations.NullMarked;
