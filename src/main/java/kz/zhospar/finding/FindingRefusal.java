package kz.zhospar.finding;

import kz.zhospar.common.RuleRefusal;

/** Something that cannot be done with a finding; nothing has been changed. The reason names the text shown. */
public class FindingRefusal extends RuleRefusal {

    public enum Reason {
        NOT_FOUND,
        /** Arguments: the field. */
        MISSING,
        /** Arguments: the field, the longest length. */
        TOO_LONG,
        DUE_PAST,
        DUE_FAR,
        /** The subject does not exist or is not the person's to read. */
        NO_SUBJECT,
        /** Nobody of the body could answer. */
        NOBODY_ANSWERS,
        /** Somebody has answered, closed or withdrawn it in the meantime. */
        MOVED_ON
    }

    public enum Field {
        BODY,
        SEVERITY,
        TEXT,
        DUE,
        ANSWER
    }

    private final Reason reason;

    public FindingRefusal(Reason reason, Object... arguments) {
        super(reason, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public boolean concealsWhatThereIs() {
        return reason == Reason.NOT_FOUND || reason == Reason.NO_SUBJECT;
    }
}
