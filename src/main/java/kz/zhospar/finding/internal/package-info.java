@NullMarked
package kz.zhospar.finding.internal;

import org.jspecify.annotations.NullMarked;
