/** The frame around all screens. */
@NullMarked
package kz.zhospar.shell;

import org.jspecify.annotations.NullMarked;
