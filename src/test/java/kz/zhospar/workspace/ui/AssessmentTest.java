package kz.zhospar.workspace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Better;
import kz.zhospar.workspace.ui.Assessment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 10, 11, BETTER",
        "HIGHER, 10, 9, WORSE",
        "LOWER, 10, 9, BETTER",
        "LOWER, 10, 11, WORSE",
        "HIGHER, 10, 10.0, EQUAL",
        "NEUTRAL, 10, 11, DIFFERENT",
        "HIGHER, ≤10, 9, BETTER",
        "LOWER, ≥10, 9, WORSE"
    })
    void knowsWhichWayIsBetter(Better better, String target, String actual, Verdict verdict) {
        var assessed = Assessment.of(better, quantity(target), quantity(actual)).orElseThrow();

        assertThat(assessed.verdict()).isEqualTo(verdict);
    }

    @Test
    void givesTheDeviationExactlyAndInPerCentOfThePlan() {
        var assessed =
                Assessment.of(Better.LOWER, quantity("29.7"), quantity("30.4")).orElseThrow();

        assertThat(assessed.deviation()).isEqualTo(new BigDecimal("0.7"));
        assertThat(assessed.percent()).isEqualTo(new BigDecimal("2.4"));
    }

    @Test
    void comparesNumbersOnly() {
        assertThat(Assessment.of(Better.HIGHER, Quantity.DASH, quantity("1"))).isEmpty();
        assertThat(Assessment.of(Better.HIGHER, null, quantity("1"))).isEmpty();
        assertThat(Assessment.of(Better.HIGHER, quantity("0"), quantity("1"))
                        .orElseThrow()
                        .percent())
                .isNull();
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }
}
