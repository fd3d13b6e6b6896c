@NullMarked
package kz.zhospar.audit.internal;

import org.jspecify.annotations.NullMarked;
