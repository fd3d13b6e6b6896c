package kz.zhospar.common;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What every line of the log says of the work that it was written in: which request of the browser, by whom, about which
 * change request. Nothing gets in that could pretend to be another line.
 */
public final class LogContext {

    private static final String REQUEST = "http.request.id";
    private static final String ACCOUNT = "user.name";
    private static final String CHANGE_REQUEST = "change_request";

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern UNSEEMLY = Pattern.compile("[^\\p{L}\\p{N}@._-]");
    private static final int LONGEST_ACCOUNT = 100;

    private LogContext() {}

    /**
     * Begins the work on a request of the browser and returns its id.
     *
     * @param proposed the id that a proxy gave it; taken over when it is well-formed
     */
    public static String begin(@Nullable String proposed) {
        var id = proposed != null && REQUEST_ID.matcher(proposed).matches()
                ? proposed
                : UUID.randomUUID().toString();
        MDC.put(REQUEST, id);
        return id;
    }

    public static void by(String account) {
        var seemly = UNSEEMLY.matcher(account).replaceAll("?");
        MDC.put(ACCOUNT, seemly.substring(0, Math.min(LONGEST_ACCOUNT, seemly.length())));
    }

    /** The work is about a change request; without a number it is about none. */
    public static void serve(@Nullable Long changeRequest) {
        if (changeRequest == null) {
            MDC.remove(CHANGE_REQUEST);
        } else {
            MDC.put(CHANGE_REQUEST, String.valueOf(changeRequest));
        }
    }

    /** A request of the browser keeps its number to its end, so that a failure after a rollback still has it. */
    public static void transactionEnded() {
        if (MDC.get(REQUEST) == null) {
            MDC.remove(CHANGE_REQUEST);
        }
    }

    public static void end() {
        MDC.remove(REQUEST);
        MDC.remove(ACCOUNT);
        MDC.remove(CHANGE_REQUEST);
    }
}
