package kz.zhospar.notification;

/** Whether mail gets to a person at all, whatever that person chose. */
public enum MailReach {
    REACHED,
    NO_ADDRESS,
    /** No mail server is set. */
    SWITCHED_OFF
}
