package kz.zhospar.finding;

/** Where a finding stands. */
public enum FindingState {
    /** The body has to answer. */
    OPEN,
    /** The auditors have to judge the answer. */
    ANSWERED,
    /** The answer was accepted. */
    CLOSED,
    /** The auditors no longer hold to it. */
    WITHDRAWN;

    public boolean isOver() {
        return this == CLOSED || this == WITHDRAWN;
    }
}
