package kz.zhospar.change;

/** What a position decided. */
public enum Verdict {
    APPROVED,
    RETURNED,
    REJECTED
}
