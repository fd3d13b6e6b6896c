@NullMarked
package kz.zhospar.evidence.internal;

import org.jspecify.annotations.NullMarked;
