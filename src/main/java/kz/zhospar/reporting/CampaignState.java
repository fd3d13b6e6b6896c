package kz.zhospar.reporting;

/** Where a reporting period stands on a day. */
public enum CampaignState {
    PLANNED,
    OPEN,
    /** The due day has passed; facts are still taken. */
    OVERDUE,
    CLOSED;

    /** Whether facts are taken from everybody. */
    public boolean isRunning() {
        return this == OPEN || this == OVERDUE;
    }
}
