@NullMarked
package kz.zhospar.backup.internal;

import org.jspecify.annotations.NullMarked;
