package kz.zhospar.audit;

/** A filter cannot be kept, or is not there. */
public class SavedQueryRefusal extends RuntimeException {

    /** Why. */
    public enum Reason {
        NO_NAME,
        NAME_TOO_LONG,
        TOO_MANY,
        NOT_FOUND
    }

    private final Reason reason;

    SavedQueryRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
