package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import kz.zhospar.change.Turn;
import kz.zhospar.common.ui.Plurals;

/** Numbers with their noun in the right form. */
public final class Counts {

    private Counts() {}

    /** {@code 1 изменение}, {@code 3 изменения}, {@code 25 изменений}. */
    public static String changes(int number) {
        return t("change.count." + Plurals.form(number), number);
    }

    /** {@code 1 рабочий день}, {@code 2 рабочих дня}. */
    public static String workingDays(int number) {
        return t("request.days." + Plurals.form(number), number);
    }

    /** {@code 401 знак}, {@code 10 063 знака}. */
    static String characters(int number) {
        return t("change.characters." + Plurals.form(number), number);
    }

    /** {@code осталось 2 рабочих дня}, {@code сегодня последний день}, {@code просрочен на 3 рабочих дня}. */
    public static String left(Turn turn) {
        if (turn.isOverdue()) {
            return t("request.due.over." + Plurals.form(-turn.daysLeft()), -turn.daysLeft());
        }
        return turn.daysLeft() == 0
                ? t("request.due.today")
                : t("request.due.left." + Plurals.form(turn.daysLeft()), turn.daysLeft());
    }
}
