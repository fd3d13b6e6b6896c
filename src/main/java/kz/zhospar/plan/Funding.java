package kz.zhospar.plan;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.stream.Stream;
import kz.zhospar.common.Quantity;

/** Money from one source by year, in million tenge, exact. */
public record Funding(ItemRef ref, FundingSource source, SortedMap<Integer, Quantity> amounts) {

    public BigDecimal total() {
        return sum(amounts.values().stream());
    }

    /** The exact sum of the amounts; what is not a number adds nothing. */
    public static BigDecimal sum(Stream<Quantity> amounts) {
        return amounts.filter(Quantity::isNumber).map(Quantity::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
