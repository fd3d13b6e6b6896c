package kz.zhospar.workspace.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import kz.zhospar.common.Comparison;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Better;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/**
 * A fact held against its plan. Only two numbers can be compared.
 *
 * @param deviation fact less plan, exact
 * @param percent the deviation in per cent of the plan; null where the plan is zero
 */
record Assessment(
        Verdict verdict, BigDecimal deviation, @Nullable BigDecimal percent) {

    enum Verdict {
        BETTER,
        EQUAL,
        WORSE,
        /** Which way is better is not stated. */
        DIFFERENT
    }

    static Optional<Assessment> of(Series series, Series.Cell cell) {
        return of(series.better(), cell.target(), cell.actual());
    }

    static Optional<Assessment> of(Better better, @Nullable Quantity target, @Nullable Quantity actual) {
        if (target == null || actual == null || target.number() == null || actual.number() == null) {
            return Optional.empty();
        }
        var deviation = actual.number().subtract(target.number());
        var percent = target.number().signum() == 0
                ? null
                : deviation
                        .multiply(BigDecimal.valueOf(100))
                        .divide(target.number().abs(), 1, RoundingMode.HALF_UP);
        return Optional.of(
                new Assessment(verdict(better, target.comparison(), deviation.signum()), deviation, percent));
    }

    private static Verdict verdict(Better better, Comparison bound, int sign) {
        if (sign == 0) {
            return Verdict.EQUAL;
        }
        var higher = bound == Comparison.AT_LEAST || bound == Comparison.EQUAL && better == Better.HIGHER;
        var lower = bound == Comparison.AT_MOST || bound == Comparison.EQUAL && better == Better.LOWER;
        if (!higher && !lower) {
            return Verdict.DIFFERENT;
        }
        return sign > 0 == higher ? Verdict.BETTER : Verdict.WORSE;
    }
}
