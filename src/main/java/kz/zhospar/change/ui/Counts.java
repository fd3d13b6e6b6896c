package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import kz.zhospar.common.Language;
import kz.zhospar.common.ui.Texts;

/** Numbers with their noun in the right form. */
public final class Counts {

    private Counts() {}

    /** {@code 1 изменение}, {@code 3 изменения}, {@code 25 изменений}. */
    public static String changes(int number) {
        return t("change.count." + form(number), number);
    }

    private static String form(int number) {
        if (Texts.language() != Language.RU) {
            return number == 1 ? "one" : "many";
        }
        var last = number % 10;
        var teen = number % 100 / 10 == 1;
        if (teen || last == 0 || last > 4) {
            return "many";
        }
        return last == 1 ? "one" : "few";
    }
}
