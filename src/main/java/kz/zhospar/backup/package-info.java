/**
 * Copies of the whole database in one file, made while the application works, and put back: {@code ./zhospar backup} and
 * {@code ./zhospar restore}. Neither needs the programs of PostgreSQL.
 */
@NullMarked
package kz.zhospar.backup;

import org.jspecify.annotations.NullMarked;
