package kz.zhospar.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import kz.zhospar.common.Comparison;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Better;
import org.jspecify.annotations.Nullable;

/**
 * How far a fact is from its plan. Two numbers can be compared; a fact that is itself only a bound can be where the
 * bound says enough: “at most 5” is behind a plan of 10, “at least 5” may have reached it.
 *
 * @param difference fact less plan, exact
 * @param percent of the plan, to one digit; null where the plan is zero
 * @param tooFar whether the fact is worse by more than the threshold, judged exactly
 */
public record Deviation(BigDecimal difference, @Nullable BigDecimal percent, Verdict verdict, boolean tooFar) {

    public enum Verdict {
        BETTER,
        EQUAL,
        WORSE,
        /** Which way is better is not stated. */
        DIFFERENT
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The deviation of a fact, or none where fact and plan cannot be compared. */
    public static Optional<Deviation> of(
            Better better, @Nullable Quantity target, @Nullable Quantity actual, BigDecimal threshold) {
        if (target == null || actual == null || target.number() == null || actual.number() == null) {
            return Optional.empty();
        }
        var direction = direction(better, target.comparison());
        var difference = actual.number().subtract(target.number());
        var lead = difference.multiply(BigDecimal.valueOf(direction));
        if (!isCertain(direction, actual.comparison(), lead)) {
            return Optional.empty();
        }
        return Optional.of(new Deviation(
                difference,
                percent(difference, target.number()),
                verdict(direction, difference, lead),
                isTooFar(lead, target.number(), threshold)));
    }

    /** 1 where more is better, -1 where less is, 0 where neither; a plan that is itself a bound says so by that. */
    private static int direction(Better better, Comparison bound) {
        return switch (bound) {
            case AT_LEAST -> 1;
            case AT_MOST -> -1;
            case EQUAL ->
                switch (better) {
                    case HIGHER -> 1;
                    case LOWER -> -1;
                    case NEUTRAL -> 0;
                };
        };
    }

    private static boolean isCertain(int direction, Comparison fact, BigDecimal lead) {
        var open = fact == Comparison.EQUAL ? 0 : fact == Comparison.AT_LEAST ? direction : -direction;
        return fact == Comparison.EQUAL || open > 0 && lead.signum() >= 0 || open < 0 && lead.signum() < 0;
    }

    private static Verdict verdict(int direction, BigDecimal difference, BigDecimal lead) {
        if (difference.signum() == 0) {
            return Verdict.EQUAL;
        }
        if (direction == 0) {
            return Verdict.DIFFERENT;
        }
        return lead.signum() > 0 ? Verdict.BETTER : Verdict.WORSE;
    }

    /** Without a division, so that nothing is rounded; behind a plan of zero, any difference is too far. */
    private static boolean isTooFar(BigDecimal lead, BigDecimal target, BigDecimal threshold) {
        return lead.signum() < 0
                && lead.negate().multiply(HUNDRED).compareTo(target.abs().multiply(threshold)) > 0;
    }

    private static @Nullable BigDecimal percent(BigDecimal difference, BigDecimal target) {
        return target.signum() == 0 ? null : difference.multiply(HUNDRED).divide(target.abs(), 1, RoundingMode.HALF_UP);
    }
}
