/** Who came in, who was turned away, and what was taken along: the record of access, kept with the audit. */
@NullMarked
package kz.zhospar.access;

import org.jspecify.annotations.NullMarked;
