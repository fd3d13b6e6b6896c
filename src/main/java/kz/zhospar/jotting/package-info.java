/** What somebody has typed and not sent yet: kept on the server until it is sent, so that no session takes it away. */
@NullMarked
package kz.zhospar.jotting;

import org.jspecify.annotations.NullMarked;
