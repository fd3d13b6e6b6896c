/**
 * What proves that the audit is complete and unaltered: every revision with its audit rows is sealed into a hash chain
 * whose head is signed and published, and everything can be verified against it, with the application or without.
 */
@NullMarked
package kz.zhospar.seal;

import org.jspecify.annotations.NullMarked;
