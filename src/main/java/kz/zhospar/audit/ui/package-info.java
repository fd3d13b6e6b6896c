/** History on screen: of an item beside the item, and of everything in the audit log. */
@NamedInterface("ui")
@NullMarked
package kz.zhospar.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
