package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import kz.zhospar.audit.AsOf;
import kz.zhospar.audit.NoSuchPlan;
import kz.zhospar.common.Moment;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;

/** How a moment of the plan reads. */
public final class AsOfWords {

    private AsOfWords() {}

    /** {@code План на 01.03.2026} or {@code План в редакции № 57}. */
    static String moment(AsOf asked, PlanSnapshot plan) {
        return asked.moment() == null
                ? t("asof.revision", String.valueOf(plan.revision()))
                : t("asof.moment", moment(asked.moment()));
    }

    private static String moment(String text) {
        try {
            return Ui.formats().day(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Moment.parse(text).map(Ui.formats()::exactMoment).orElse(text);
        }
    }

    /** Why there is no such plan. */
    public static String explain(NoSuchPlan none) {
        return none.reason() == NoSuchPlan.Reason.BEFORE_FIRST_REVISION
                ? t("asof.none." + none.reason(), moment(none.asked()))
                : t("asof.none." + none.reason(), none.asked());
    }
}
