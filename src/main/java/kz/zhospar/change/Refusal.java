package kz.zhospar.change;

import kz.zhospar.common.RuleRefusal;

/**
 * Something that the rules of change requests do not allow; nothing has been changed.
 *
 * <p>The reason names the text shown to the person; the arguments go into it.
 */
public class Refusal extends RuleRefusal {

    public enum Reason {
        NOT_FOUND,
        NOT_OPEN,
        NOT_IN_REVIEW,
        NOT_YOUR_ITEM,
        NO_CHANGES,
        TITLE_MISSING,
        JUSTIFICATION_MISSING,
        TEXT_TOO_LONG,
        REASON_MISSING,
        NOBODY_CAN_DECIDE,
        OWN_REQUEST,
        ALREADY_DECIDED,
        NOT_YOUR_STEP,
        CONTENT_CHANGED,
        LOCKED,
        PERIOD_CLOSED,
        COMMENT_MISSING,
        NOT_YOUR_PART,
        FACT_WITHOUT_SOURCE,
        SUGGESTION_WRONG,
        BASIS_DATE_LATER,
        BASIS_DATE_EARLY,
        FILE_TOO_LARGE,
        FILE_EMPTY,
        FILE_KIND,
        FILE_SWELLS,
        ROUTE_EMPTY,
        ROUTE_TWICE,
        ROUTE_DAYS,
        NOT_A_SUBSTITUTE,
        PERIOD_WRONG,
        PERIOD_TAKEN,
        NOT_A_SUCCESSOR,
        NOT_YOURS
    }

    private final Reason reason;

    public Refusal(Reason reason, Object... arguments) {
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
}
