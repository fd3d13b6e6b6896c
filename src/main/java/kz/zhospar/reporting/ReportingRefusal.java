package kz.zhospar.reporting;

import java.time.LocalDate;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.RuleRefusal;

/**
 * Something that the rules of reporting do not allow; nothing has been changed.
 *
 * <p>The reason names the text shown to the person; the arguments go into it: {@link Field}s, days, numbers, texts.
 */
public class ReportingRefusal extends RuleRefusal {

    public enum Reason {
        NOT_FOUND,
        /** Arguments: the field. */
        MISSING,
        /** Arguments: the field, the longest length. */
        TOO_LONG,
        /** Arguments: the first and the last year of the plan. */
        YEAR_OUTSIDE_PLAN,
        YEAR_IN_USE,
        OPENS_AFTER_DUE,
        DUE_AFTER_CLOSES,
        THRESHOLD_OUT_OF_RANGE,
        NO_ROWS,
        ALREADY_CLOSED,
        CHANGED_MEANWHILE,
        NOT_OPEN_YET,
        CLOSED,
        NOT_YOUR_ROW,
        UNDER_REVIEW,
        /** Arguments: the name of the colleague. */
        COLLEAGUE_WRITES,
        NOT_BEGUN,
        IN_CONFLICT,
        NOT_A_NUMBER,
        /** Arguments: the field, the earliest and the latest day. */
        DAY_OUT_OF_RANGE,
        /** Arguments: the rows. */
        COMMENT_MISSING,
        /** Arguments: the rows. */
        FACT_MISSING,
        NOT_CLOSED,
        UNTIL_PAST,
        ALREADY_ASKED,
        ALREADY_DECIDED,
        OWN_EXCEPTION
    }

    /** What a message can be about. */
    public enum Field {
        TITLE,
        YEAR,
        OPENS,
        DUE,
        CLOSES,
        THRESHOLD,
        SCOPE,
        REASON,
        UNTIL,
        SOURCE,
        DATE,
        COMMENT
    }

    private final Reason reason;

    public ReportingRefusal(Reason reason, Object... arguments) {
        super(reason, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public boolean concealsWhatThereIs() {
        return reason == Reason.NOT_FOUND;
    }

    /** @throws ReportingRefusal DAY_OUT_OF_RANGE */
    public static void requireBetween(Field field, LocalDate day, LocalDate earliest, LocalDate latest) {
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            // Digits read alike in every language, and a rule does not know the reader's.
            var formats = new Formats(Language.RU);
            throw new ReportingRefusal(Reason.DAY_OUT_OF_RANGE, field, formats.day(earliest), formats.day(latest));
        }
    }
}
