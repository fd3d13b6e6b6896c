package kz.zhospar.notification.internal;

/** A letter was not sent this time and has to be tried again. One line in the log says all; no stack trace adds to it. */
class LetterDelayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LetterDelayed(String message) {
        super(message, null, false, false);
    }
}
