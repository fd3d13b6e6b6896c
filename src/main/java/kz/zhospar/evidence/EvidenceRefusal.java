package kz.zhospar.evidence;

/** Why there is no evidence to take along. The reason names the text shown. */
public class EvidenceRefusal extends RuntimeException {

    public enum Reason {
        /** There is no such request or value, or nothing happened in the period. */
        NOTHING,
        /** The days are missing or the wrong way round. */
        DAYS,
        /** The period changed the plan more often than fits into one pack. */
        TOO_MUCH
    }

    private final Reason reason;

    public EvidenceRefusal(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
