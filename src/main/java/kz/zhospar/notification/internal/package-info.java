@NullMarked
package kz.zhospar.notification.internal;

import org.jspecify.annotations.NullMarked;
