/** The questions of the audit, each in a class of its own, and how they are asked page by page. */
@NullMarked
package kz.zhospar.audit.internal.question;

import org.jspecify.annotations.NullMarked;
