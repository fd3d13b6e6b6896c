package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import kz.zhospar.audit.Sign;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** How what is conspicuous reads. */
final class SignWords {

    private SignWords() {}

    static String of(PlanTree plan, Sign sign) {
        return switch (sign) {
            case Sign.Eased eased -> t("question.sign.eased." + eased.how());
            case Sign.AfterFact after -> afterFact(after);
            case Sign.LateInYear late ->
                t(late.over() ? "question.sign.year-over" : "question.sign.last-quarter", String.valueOf(late.year()));
            case Sign.NotOpened _ -> t("question.sign.not-opened");
            case Sign.EarlierContent earlier ->
                t("question.sign.earlier-content", Ui.formats().moment(earlier.opened()));
            case Sign.Hasty hasty ->
                t("question.sign.hasty", hasty.sinceOpening().toSeconds());
            case Sign.AsSubstitute as ->
                t("question.sign.substitute", Signatures.of(plan, as.name(), as.position(), as.body()));
            case Sign.AlsoAs also ->
                t(
                        "question.sign.also-as",
                        Signatures.of(plan, t("role." + also.position()), null, also.body()),
                        Ui.formats().moment(also.decided()));
            case Sign.ReturnedOften often -> t("question.sign.returned", often.times());
            case Sign.Restated restated -> restated(restated);
            case Sign.AfterClosing late -> afterClosing(plan, late);
        };
    }

    private static String afterFact(Sign.AfterFact after) {
        var days = RevisionWords.daysBetween(after.reported(), after.changed());
        return days == 0
                ? t("question.sign.after-fact.same-day", RevisionWords.day(after.reported()))
                : t(
                        "question.sign.after-fact",
                        RevisionWords.day(after.reported()),
                        RevisionWords.day(after.changed()),
                        RevisionWords.days(days));
    }

    private static String restated(Sign.Restated restated) {
        return t(
                restated.preliminary() ? "question.sign.restated.preliminary" : "question.sign.restated",
                RevisionWords.day(restated.first()),
                restated.times());
    }

    private static String afterClosing(PlanTree plan, Sign.AfterClosing late) {
        var formats = Ui.formats();
        var what = t(
                "question.sign.after-closing",
                RevisionWords.day(late.entered()),
                late.period(),
                formats.day(late.closed()));
        var leave = late.leave();
        return leave == null
                ? what + " " + t("question.sign.no-leave")
                : what
                        + " "
                        + t(
                                "question.sign.leave",
                                formats.day(leave.until()),
                                Signatures.of(plan, leave.person(), leave.position(), null));
    }
}
