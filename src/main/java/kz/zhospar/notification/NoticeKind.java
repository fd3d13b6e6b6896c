package kz.zhospar.notification;

/** What people are told about; each kind has its text {@code notification.kind.<KIND>} and may be turned off for mail. */
public enum NoticeKind {
    /** A request waits for the recipient's decision. Arguments: request, title, who sent it. */
    AWAITING_DECISION,
    /** Somebody approved at a step of the recipient's request. Arguments: request, title, who decided. */
    STEP_APPROVED,
    /** The recipient's request, or a part of it, was returned. Arguments: request, title, who decided. */
    RETURNED,
    /** The recipient's request, or a part of it, was rejected. Arguments: request, title, who decided. */
    REJECTED,
    /** The recipient's request was applied to the plan. Arguments: request, title, who decided. */
    APPLIED,
    /** What the recipient decided no longer counts, because the request was taken back. Arguments: request, title, who. */
    DECISION_VOIDED,
    /** The recipient's step ends on the next working day. Arguments: request, title. */
    DUE_SOON,
    /** The recipient's step ends today. Arguments: request, title. */
    DUE_TODAY,
    /** The step before the recipient's is overdue. Arguments: request, title. */
    ESCALATED,
    /** A draft was handed over to the recipient. Arguments: request, title, from whom. */
    HANDED_OVER,
    /** A colleague, or whoever it was handed to, goes on with what the recipient wrote. Arguments: request, title, who. */
    TAKEN_OVER,
    /** The recipient stands in for somebody. Arguments: for whom, first day, last day (ISO). */
    SUBSTITUTE_NAMED,
    /** The recipient stands in for somebody no longer. Arguments: for whom, first day, last day that was planned (ISO). */
    SUBSTITUTE_ENDED,
    /** Somebody wrote on a request that the recipient takes part in. Arguments: request, title, who wrote. */
    COMMENTED,
    /** Somebody mentioned the recipient. Arguments: request, title, who wrote. */
    MENTIONED,
    /** A reporting period has opened. Arguments: its title, due day (ISO). */
    PERIOD_OPENED,
    /** A reporting period is due soon and rows are missing. Arguments: its title, due day (ISO). */
    PERIOD_DUE,
    /** Somebody asks to enter facts after closing. Arguments: the period's title, who asks. */
    EXCEPTION_ASKED,
    /** An exception was decided. Arguments: the period's title, who decided. */
    EXCEPTION_DECIDED,
    /** An auditor found something that the recipient's body has to answer. Arguments: finding, who. */
    FINDING_RAISED,
    /** The recipient's finding was answered. Arguments: finding, who. */
    FINDING_ANSWERED,
    /** The answer of the recipient's body was not accepted. Arguments: finding, who. */
    FINDING_RETURNED,
    /** A finding on the recipient's body is over. Arguments: finding, who. */
    FINDING_OVER,
    /** The answer of the recipient's body is due. Arguments: finding, due day (ISO). */
    FINDING_DUE
}
