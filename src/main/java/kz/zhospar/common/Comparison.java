package kz.zhospar.common;

import java.util.stream.Stream;

/** How a stated number bounds what it speaks of: exactly, at most, at least. */
public enum Comparison {
    EQUAL("="),
    AT_MOST("≤"),
    AT_LEAST("≥");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    public static Comparison of(String symbol) {
        return Stream.of(values())
                .filter(comparison -> comparison.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a comparison: " + symbol));
    }

    public String symbol() {
        return symbol;
    }
}
