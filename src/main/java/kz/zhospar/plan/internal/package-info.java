@NullMarked
package kz.zhospar.plan.internal;

import org.jspecify.annotations.NullMarked;
