/**
 * The plan: what it consists of, its state as one immutable snapshot, and the only way in which that state changes.
 *
 * <p>{@link kz.zhospar.plan.PlanSnapshot} is the read model of everything, {@link kz.zhospar.plan.Change} the one kind
 * of change, {@link kz.zhospar.plan.PlanDiff} the one comparison.
 */
@NullMarked
package kz.zhospar.plan;

import org.jspecify.annotations.NullMarked;
