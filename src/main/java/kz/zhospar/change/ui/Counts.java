package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import kz.zhospar.change.Turn;
import kz.zhospar.common.Language;
import kz.zhospar.common.ui.Texts;

/** Numbers with their noun in the right form. */
public final class Counts {

    private Counts() {}

    /** {@code 1 изменение}, {@code 3 изменения}, {@code 25 изменений}. */
    public static String changes(int number) {
        return t("change.count." + form(number), number);
    }

    /** {@code 1 рабочий день}, {@code 2 рабочих дня}. */
    public static String workingDays(int number) {
        return t("request.days." + form(number), number);
    }

    /** {@code осталось 2 рабочих дня}, {@code сегодня последний день}, {@code просрочен на 3 рабочих дня}. */
    public static String left(Turn turn) {
        if (turn.isOverdue()) {
            return t("request.due.over." + form(-turn.daysLeft()), -turn.daysLeft());
        }
        return turn.daysLeft() == 0
                ? t("request.due.today")
                : t("request.due.left." + form(turn.daysLeft()), turn.daysLeft());
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
