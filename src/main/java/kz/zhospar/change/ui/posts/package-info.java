/** Screens about who decides: the routes of the administrator, who stands in for whom, and what is handed over. */
@NullMarked
package kz.zhospar.change.ui.posts;

import org.jspecify.annotations.NullMarked;
