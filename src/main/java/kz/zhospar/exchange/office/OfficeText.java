package kz.zhospar.exchange.office;

import java.util.regex.Pattern;

/** What people have typed, in a form that no file of the office breaks on. */
final class OfficeText {

    /** What a cell of a spreadsheet holds at most. */
    private static final int LONGEST_CELL = 32_767;

    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u0085\u2028\u2029]");

    /** Read by spreadsheets as one character. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String FORMULA_BEGINS = "=+-@\t|%";

    private OfficeText() {}

    /** The text with line ends of one kind; what XML forbids, halves of characters too, becomes a sign of its own. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        LINE_END.matcher(text)
                .replaceAll("\n")
                .codePoints()
                .forEach(point -> clean.appendCodePoint(isLegal(point) ? point : '\uFFFD'));
        return clean.toString();
    }

    /** The same for a cell of a spreadsheet: what would be too long ends early and says so. */
    static String cell(String text) {
        var clean = ESCAPE.matcher(clean(text)).replaceAll("_x005F_");
        if (clean.length() <= LONGEST_CELL) {
            return clean;
        }
        var end = LONGEST_CELL - 1;
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether a spreadsheet could take the text for a formula when somebody touches its cell or passes it on. */
    static boolean looksLikeFormula(String text) {
        var begins = text.stripLeading();
        return !begins.isEmpty() && FORMULA_BEGINS.indexOf(begins.charAt(0)) >= 0
                || !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000 && point <= 0x10FFFF;
    }
}
