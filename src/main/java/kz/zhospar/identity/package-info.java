/** Who is signed in, in which posts, for which body; and who else could be. */
@NullMarked
package kz.zhospar.identity;

import org.jspecify.annotations.NullMarked;
