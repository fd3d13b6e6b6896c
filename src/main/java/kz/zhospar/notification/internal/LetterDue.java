package kz.zhospar.notification.internal;

import java.util.UUID;

/** A letter has been put down and is to be sent; published in the transaction that puts it down. */
record LetterDue(UUID letter) {}
