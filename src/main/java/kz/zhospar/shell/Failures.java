package kz.zhospar.shell;

import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures that nobody foresaw: the trace goes to the server's log, the reader gets the number to quote. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int DIGITS = 8;

    private Failures() {}

    /** The number under which the failure stands in the log. */
    static String log(Throwable failure) {
        var number = UUID.randomUUID().toString().substring(0, DIGITS).toUpperCase(Locale.ROOT);
        LOG.error("Failure {}", number, failure);
        return number;
    }
}
