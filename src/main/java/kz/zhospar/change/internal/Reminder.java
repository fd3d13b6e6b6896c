package kz.zhospar.change.internal;

/** How far those who have to decide have been reminded, in the order in which it happens. */
enum Reminder {
    NONE,
    SOON,
    TODAY,
    ESCALATED
}
