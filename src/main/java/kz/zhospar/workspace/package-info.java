/** The screens on which the plan is read and edited: its tree, a goal, an indicator. Owns no data of its own. */
@NullMarked
package kz.zhospar.workspace;

import org.jspecify.annotations.NullMarked;
