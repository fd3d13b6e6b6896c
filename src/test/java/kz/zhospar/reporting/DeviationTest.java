package kz.zhospar.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import kz.zhospar.common.Comparison;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Better;
import kz.zhospar.plan.PlanArbitraries;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HIGHER  | 100   | 90     | 10 | false
                    HIGHER  | 100   | 89,999 | 10 | true
                    HIGHER  | 100   | 150    | 0  | false
                    LOWER   | 100   | 110    | 10 | false
                    LOWER   | 100   | 110,01 | 10 | true
                    LOWER   | 0     | 0,1    | 50 | true
                    LOWER   | 0     | 0      | 0  | false
                    HIGHER  | -10   | -12    | 10 | true
                    NEUTRAL | 100   | 1      | 0  | false
                    HIGHER  | ≤10   | 12     | 10 | true
                    LOWER   | ≥10   | 8      | 10 | true
                    HIGHER  | 10    | ≥5     | 10 | false
                    HIGHER  | 10    | ≤5     | 10 | true
                    LOWER   | 10    | ≤50    | 10 | false
                    LOWER   | 10    | ≥50    | 10 | true
                    HIGHER  | -     | 5      | 10 | false
                    HIGHER  | 10    | н/д    | 10 | false
                    HIGHER  | 1 GLP | 0      | 10 | false
                    """)
    void isTooFarOnlyWhenCertainlyWorseByMoreThanTheThreshold(
            Better better, String target, String actual, String threshold, boolean tooFar) {
        assertThat(tooFar(better, quantity(target), quantity(actual), new BigDecimal(threshold)))
                .isEqualTo(tooFar);
    }

    @Example
    void saysHowFar() {
        var deviation = Deviation.of(Better.LOWER, quantity("15,23"), quantity("16"), BigDecimal.TEN)
                .orElseThrow();

        assertThat(deviation.difference()).isEqualTo("0.77");
        assertThat(deviation.percent()).isEqualTo("5.1");
        assertThat(deviation.verdict()).isEqualTo(Deviation.Verdict.WORSE);
        assertThat(deviation.tooFar()).isFalse();
    }

    /** The model: the fact lies beyond the limit that the threshold draws on the worse side of the plan. */
    @Property(tries = 3000)
    void isTooFarBeyondTheLimit(
            @ForAll("betters") Better better,
            @ForAll("near") BigDecimal target,
            @ForAll("near") BigDecimal actual,
            @ForAll("thresholds") BigDecimal threshold) {
        var room = target.abs().multiply(threshold.movePointLeft(2));
        var beyond = switch (better) {
            case HIGHER -> actual.compareTo(target.subtract(room)) < 0;
            case LOWER -> actual.compareTo(target.add(room)) > 0;
            case NEUTRAL -> false;
        };
        assertThat(tooFar(better, Quantity.of(target), Quantity.of(actual), threshold))
                .isEqualTo(beyond);
    }

    /** A plan that is a bound says by that which way is better, whatever the row says. */
    @Property(tries = 1000)
    void takesABoundForTheDirection(
            @ForAll("betters") Better better,
            @ForAll("near") BigDecimal target,
            @ForAll("near") BigDecimal actual,
            @ForAll("thresholds") BigDecimal threshold) {
        var fact = Quantity.of(actual);
        assertThat(tooFar(better, new Quantity(Comparison.AT_MOST, target, null), fact, threshold))
                .isEqualTo(tooFar(Better.LOWER, Quantity.of(target), fact, threshold));
        assertThat(tooFar(better, new Quantity(Comparison.AT_LEAST, target, null), fact, threshold))
                .isEqualTo(tooFar(Better.HIGHER, Quantity.of(target), fact, threshold));
    }

    @Property(tries = 2000)
    void neverFailsAndNeverJudgesTexts(
            @ForAll("betters") Better better,
            @ForAll("quantities") Quantity target,
            @ForAll("quantities") Quantity actual,
            @ForAll("thresholds") BigDecimal threshold) {
        var deviation = Deviation.of(better, target, actual, threshold);
        if (!target.isNumber() || !actual.isNumber()) {
            assertThat(deviation).isEmpty();
        }
        assertThat(deviation.filter(Deviation::tooFar).map(Deviation::verdict))
                .isIn(Optional.empty(), Optional.of(Deviation.Verdict.WORSE));
    }

    @Provide
    Arbitrary<Better> betters() {
        return Arbitraries.of(Better.class);
    }

    @Provide
    Arbitrary<BigDecimal> near() {
        return Combinators.combine(
                        Arbitraries.integers().between(-200, 200),
                        Arbitraries.integers().between(0, 2))
                .as((unscaled, scale) -> BigDecimal.valueOf(unscaled, scale));
    }

    @Provide
    Arbitrary<BigDecimal> thresholds() {
        return Arbitraries.of("0", "0.5", "5", "10", "33.3", "100").map(BigDecimal::new);
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return PlanArbitraries.quantities();
    }

    private static boolean tooFar(Better better, Quantity target, Quantity actual, BigDecimal threshold) {
        return Deviation.of(better, target, actual, threshold)
                .filter(Deviation::tooFar)
                .isPresent();
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }
}
