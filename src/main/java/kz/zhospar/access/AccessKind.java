package kz.zhospar.access;

/** What can happen at the doors of the system. */
public enum AccessKind {
    SIGN_IN,
    SIGN_IN_FAILED,
    SIGN_OUT,
    /** Somebody signed in with another position or body than the last time. */
    ROLE_CHANGE,
    /** An operation or an address that is not the person's. */
    REFUSAL,
    /** A file that somebody took along. */
    DOWNLOAD
}
