/**
 * Change requests: a set of changes to the approved plan, written as a draft, reviewed as one along a route, and applied
 * whole or not at all.
 */
@NullMarked
package kz.zhospar.change;

import org.jspecify.annotations.NullMarked;
