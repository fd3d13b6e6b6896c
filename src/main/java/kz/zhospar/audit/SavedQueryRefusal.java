package kz.zhospar.audit;

import kz.zhospar.common.RuleRefusal;

/** A filter cannot be kept, or is not there. */
public class SavedQueryRefusal extends RuleRefusal {

    /** Why. */
    public enum Reason {
        NO_NAME,
        NAME_TOO_LONG,
        TOO_MANY,
        NOT_FOUND
    }

    private final Reason reason;

    SavedQueryRefusal(Reason reason) {
        super(reason);
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
