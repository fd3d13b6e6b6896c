@NullMarked
package kz.zhospar.identity.internal;

import org.jspecify.annotations.NullMarked;
