@NullMarked
package kz.zhospar.workspace.ui;

import org.jspecify.annotations.NullMarked;
