/** Tells every session, on every node, that something has changed; never what, so that each reads it by its own right. */
@NullMarked
package kz.zhospar.live;

import org.jspecify.annotations.NullMarked;
