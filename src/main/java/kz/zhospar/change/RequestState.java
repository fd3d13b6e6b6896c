package kz.zhospar.change;

/** Where a change request stands. */
public enum RequestState {
    DRAFT,
    IN_REVIEW,
    RETURNED,
    WITHDRAWN,
    APPROVED,
    REJECTED;

    /** Whether the author may go on writing. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED || this == WITHDRAWN;
    }

    /** Whether the last round is over. */
    public boolean isEnded() {
        return this != IN_REVIEW && this != DRAFT;
    }

    /** Whether nothing can happen to the request any more. */
    public boolean isFinal() {
        return this == APPROVED || this == REJECTED;
    }
}
