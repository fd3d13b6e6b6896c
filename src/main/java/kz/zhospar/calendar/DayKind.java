package kz.zhospar.calendar;

/** What a declared day is, whatever its weekday. */
public enum DayKind {
    /** Nobody works: a public holiday, a day off of the law, or one moved here from another day. */
    HOLIDAY,
    /** A Saturday or Sunday that is worked on in place of another day. */
    WORKING
}
