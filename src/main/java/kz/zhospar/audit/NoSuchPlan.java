package kz.zhospar.audit;

/** What was asked for names no state of the plan. */
public class NoSuchPlan extends RuntimeException {

    public enum Reason {
        /** Neither a day nor an instant with its offset. */
        MALFORMED_MOMENT,
        MALFORMED_REVISION,
        UNKNOWN_REVISION,
        BEFORE_FIRST_REVISION,
        /** Both a moment and a revision. */
        AMBIGUOUS
    }

    private final Reason reason;
    private final String asked;

    NoSuchPlan(Reason reason, String asked) {
        super(reason + ": " + asked);
        this.reason = reason;
        this.asked = asked;
    }

    public Reason reason() {
        return reason;
    }

    /** The moment or the number that was asked for. */
    public String asked() {
        return asked;
    }
}
