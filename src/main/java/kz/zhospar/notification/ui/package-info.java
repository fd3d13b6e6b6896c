/** The bell in the frame of every screen, the list of notices, and the settings of mail. */
@NamedInterface("ui")
@NullMarked
package kz.zhospar.notification.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
