/** Evidence to take along: what happened, who decided it on what ground, and the proof of every row of it. */
@NullMarked
package kz.zhospar.evidence;

import org.jspecify.annotations.NullMarked;
