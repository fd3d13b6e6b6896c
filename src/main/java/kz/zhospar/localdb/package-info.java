/**
 * The run on one machine with nothing but a JDK: a real PostgreSQL server of the application's own, durable, in a
 * folder of the user.
 *
 * <p>It starts before Spring and stops after it. Where a database is configured, it does nothing.
 */
@NullMarked
package kz.zhospar.localdb;

import org.jspecify.annotations.NullMarked;
