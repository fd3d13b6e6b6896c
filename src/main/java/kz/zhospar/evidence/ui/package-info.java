@NullMarked
package kz.zhospar.evidence.ui;

import org.jspecify.annotations.NullMarked;
