@NullMarked
package kz.zhospar.seal.internal;

import org.jspecify.annotations.NullMarked;
