package kz.zhospar.audit;

/** Two moments that cannot be compared; nothing is wrong with the plan. */
public class ComparisonRefusal extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** Neither a day, nor the number of a revision, nor the word for the present. */
        UNREADABLE,
        UNKNOWN_REVISION,
        BEFORE_FIRST,
        FUTURE,
        LATER_FIRST
    }

    private final Reason reason;
    private final String asked;

    ComparisonRefusal(Reason reason, String asked) {
        super(reason + " " + asked);
        this.reason = reason;
        this.asked = asked;
    }

    public Reason reason() {
        return reason;
    }

    /** The words that were asked with. */
    public String asked() {
        return asked;
    }
}
