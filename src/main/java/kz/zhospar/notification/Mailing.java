package kz.zhospar.notification;

import java.util.EnumSet;
import java.util.Set;

/** When a person is written to about a thing that the application shows anyway. */
public enum Mailing {
    AT_ONCE,
    DIGEST,
    NONE;

    private static final Set<NoticeKind> CAN_WAIT = EnumSet.of(
            NoticeKind.STEP_APPROVED,
            NoticeKind.APPLIED,
            NoticeKind.DECISION_VOIDED,
            NoticeKind.DUE_SOON,
            NoticeKind.COMMENTED);

    /** What holds for those who have chosen nothing: at once where the recipient has to act, else in the digest. */
    public static Mailing usual(NoticeKind kind) {
        return CAN_WAIT.contains(kind) ? DIGEST : AT_ONCE;
    }
}
