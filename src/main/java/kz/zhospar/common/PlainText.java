package kz.zhospar.common;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What people type or paste, in a form that everything behind can take and everybody reads alike. */
public final class PlainText {

    private PlainText() {}

    /**
     * The text without what no database stores (NUL, and halves of characters, which become question marks), without
     * control characters, and without the marks that turn the direction of what follows, so that a file, a number or a
     * colleague's words beside it never read as something else.
     */
    public static String storable(String text) {
        return text.chars().allMatch(PlainText::isOrdinary)
                ? text
                : new String(without(text).getBytes(UTF_8), UTF_8);
    }

    /** The same in one line of at most so many characters, for what is only to be recognised. */
    public static String line(String text, int longest) {
        var line = storable(text).replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : storable(line.substring(0, longest));
    }

    private static String without(String text) {
        return text.codePoints()
                .filter(one -> !isControl(one) && !turnsDirection(one))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isOrdinary(int one) {
        return !isControl(one) && !turnsDirection(one) && !Character.isSurrogate((char) one);
    }

    private static boolean isControl(int one) {
        return Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t';
    }

    /** Embeddings, overrides and isolates; the marks that only hint at a direction are harmless. */
    private static boolean turnsDirection(int one) {
        return one >= 0x202A && one <= 0x202E || one >= 0x2066 && one <= 0x2069;
    }
}
