package kz.zhospar.common.ui;

import kz.zhospar.common.Language;

/** Which form a noun takes after a number in the reader's language. */
public final class Plurals {

    private Plurals() {}

    /** {@code one}, {@code few} or {@code many}: the end of a key. */
    public static String form(long number) {
        if (Texts.language() != Language.RU) {
            return number == 1 ? "one" : "many";
        }
        var last = number % 10;
        if (number % 100 / 10 == 1 || last == 0 || last > 4) {
            return "many";
        }
        return last == 1 ? "one" : "few";
    }
}
