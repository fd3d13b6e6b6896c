package kz.zhospar.common;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one cell of a plan states: a bounded exact number ({@code 1996.5}, {@code ≤10}) or a text where there is no
 * number ({@code -}, {@code н/д (КВИ)}, {@code 1 GLP}). An empty cell is no quantity at all.
 *
 * <p>Numbers keep the scale they were entered with: {@code 30} and {@code 30.0} are different statements. A text never
 * reads as a number, so that {@link #parse} and {@link #print} are inverse to each other.
 */
public record Quantity(
        Comparison comparison,
        @Nullable BigDecimal number,
        @Nullable String text) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+|\\d{1,3}( \\d{3})+)([.,]\\d+)?");
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NUMBER = 40;

    /** The document's mark for "does not apply". */
    public static final Quantity DASH = new Quantity(Comparison.EQUAL, null, "-");

    public Quantity {
        if ((number == null) == (text == null)) {
            throw new IllegalArgumentException("A quantity is either a number or a text");
        }
        if (text != null && (comparison != Comparison.EQUAL || !text.equals(tidy(text)) || reads(text) != null)) {
            throw new IllegalArgumentException("Not the text of a quantity: " + text);
        }
        if (number != null && (number.scale() < 0 || number.toPlainString().length() > LONGEST_NUMBER)) {
            throw new IllegalArgumentException("Not a plain number: " + number);
        }
    }

    public static Quantity of(BigDecimal number) {
        return new Quantity(Comparison.EQUAL, number, null);
    }

    public static Quantity of(String number) {
        return of(new BigDecimal(number));
    }

    /**
     * Reads a cell as officials write it: comma or point, spaces between thousands, {@code ≤} or {@code <=}.
     *
     * @return empty for a blank cell
     * @throws IllegalArgumentException when the text is longer than a cell holds
     */
    public static Optional<Quantity> parse(String cell) {
        var tidy = tidy(PlainText.storable(cell));
        if (tidy.isEmpty()) {
            return Optional.empty();
        }
        if (tidy.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("Longer than " + LONGEST_TEXT + " characters");
        }
        var number = reads(tidy);
        return Optional.of(number != null ? number : new Quantity(Comparison.EQUAL, null, tidy));
    }

    /** The canonical form: decimal point, no grouping. */
    public String print() {
        return number == null ? text() : prefix() + number.toPlainString();
    }

    /** Exact; empty unless both are numbers that bound what they speak of in the same way. */
    public Optional<BigDecimal> minus(Quantity other) {
        return number == null || other.number == null || comparison != other.comparison
                ? Optional.empty()
                : Optional.of(number.subtract(other.number));
    }

    public boolean isNumber() {
        return number != null;
    }

    public boolean isDash() {
        return equals(DASH);
    }

    public String prefix() {
        return comparison == Comparison.EQUAL ? "" : comparison.symbol();
    }

    private static @Nullable Quantity reads(String tidy) {
        for (var comparison : Comparison.values()) {
            if (comparison != Comparison.EQUAL && tidy.startsWith(comparison.symbol())) {
                return reads(comparison, tidy.substring(1));
            }
        }
        return reads(Comparison.EQUAL, tidy);
    }

    private static @Nullable Quantity reads(Comparison comparison, String rest) {
        var written = rest.strip();
        var plain = written.replace(" ", "").replace(',', '.');
        return plain.length() <= LONGEST_NUMBER && NUMBER.matcher(written).matches()
                ? new Quantity(comparison, new BigDecimal(plain), null)
                : null;
    }

    /** One kind of space, dash and sign, whichever keyboard or spreadsheet the cell came from. */
    private static String tidy(String cell) {
        var text = cell.replaceAll("[\\s\\u00a0\\u2007\\u2009\\u202f]+", " ")
                .strip()
                .replace("<=", "≤")
                .replace(">=", "≥");
        if (text.length() > 1 && text.charAt(0) == '−') {
            text = "-" + text.substring(1);
        }
        return text.equals("–") || text.equals("—") || text.equals("−") ? "-" : text;
    }
}
