package kz.zhospar.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import kz.zhospar.plan.PlanArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class QuantityTest {

    @Provide
    Arbitrary<Quantity> quantities() {
        return PlanArbitraries.quantities();
    }

    @Property(tries = 5000)
    void readsWhatItPrints(@ForAll("quantities") Quantity quantity) {
        assertThat(Quantity.parse(quantity.print())).contains(quantity);
    }

    @Property(tries = 5000)
    void readsAnyTextToSomethingThatStays(@ForAll @StringLength(max = 60) String cell) {
        Quantity.parse(cell)
                .ifPresent(
                        quantity -> assertThat(Quantity.parse(quantity.print())).contains(quantity));
    }

    @Example
    void readsCellsAsOfficialsWriteThem() {
        assertThat(Quantity.parse("1 996,5")).contains(Quantity.of("1996.5"));
        assertThat(Quantity.parse("1\u00a0996,50")).contains(Quantity.of("1996.50"));
        assertThat(Quantity.parse(" <= 10 ")).contains(new Quantity(Comparison.AT_MOST, BigDecimal.TEN, null));
        assertThat(Quantity.parse("≥33.0")).contains(new Quantity(Comparison.AT_LEAST, new BigDecimal("33.0"), null));
        assertThat(Quantity.parse("−5")).contains(Quantity.of("-5"));
        assertThat(Quantity.parse("–")).contains(Quantity.DASH);
    }

    @Example
    void tellsEmptyDashAndNoDataApart() {
        assertThat(Quantity.parse(" \u00a0 ")).isEqualTo(Optional.empty());
        assertThat(Quantity.parse("-").orElseThrow().isDash()).isTrue();
        var noData = Quantity.parse("н/д (КВИ)").orElseThrow();
        assertThat(noData.isNumber()).isFalse();
        assertThat(noData.isDash()).isFalse();
    }

    @Example
    void takesForATextWhatIsNotQuiteANumber() {
        for (var text : new String[] {"1 GLP", "12 5", "5%", "1e5", "1,2,3", "10.", "≤", "<10"}) {
            assertThat(Quantity.parse(text).orElseThrow().isNumber()).as(text).isFalse();
        }
    }

    @Example
    void keepsTheScale() {
        assertThat(Quantity.parse("30.0").orElseThrow().print()).isEqualTo("30.0");
        assertThat(Quantity.parse("30")).isNotEqualTo(Quantity.parse("30.0"));
    }

    @Example
    void refusesAnEndlessText() {
        assertThatThrownBy(() -> Quantity.parse("т".repeat(501))).isInstanceOf(IllegalArgumentException.class);
    }
}
