/**
 * What the plan was at any moment, and who changed what, when, why and on whose authority. The only module that reads
 * Envers' tables.
 */
@NullMarked
package kz.zhospar.audit;

import org.jspecify.annotations.NullMarked;
