/** How screens follow what others do: reactions to messages, and who else is on a page. */
@NamedInterface("ui")
@NullMarked
package kz.zhospar.live.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
