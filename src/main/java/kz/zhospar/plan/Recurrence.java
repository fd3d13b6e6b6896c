package kz.zhospar.plan;

/** How often an action comes back. */
public enum Recurrence {
    YEARLY,
    TWICE_A_YEAR,
    REGULAR
}
