/** History on screen: of an item beside the item, and of everything in the audit log. */
@NullMarked
package kz.zhospar.audit.ui;

import org.jspecify.annotations.NullMarked;
