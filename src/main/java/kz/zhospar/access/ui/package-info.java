@NullMarked
package kz.zhospar.access.ui;

import org.jspecify.annotations.NullMarked;
