/**
 * What auditors find: a remark on a revision, a request or a value of the plan, with the answer of the body that it is
 * addressed to. What it is about stays untouched.
 */
@NullMarked
package kz.zhospar.finding;

import org.jspecify.annotations.NullMarked;
