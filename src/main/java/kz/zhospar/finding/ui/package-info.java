@NullMarked
package kz.zhospar.finding.ui;

import org.jspecify.annotations.NullMarked;
