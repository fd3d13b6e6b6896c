package kz.zhospar.common;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why the database cannot do for the moment what everybody may expect of it. Nobody’s entry is to blame. */
public enum Outage {
    /** It does not answer, breaks off, or takes no further connections. */
    UNREACHABLE,
    /** It lets read and not write: a standby, or set so for maintenance. */
    READ_ONLY,
    /** It has no room left. */
    FULL;

    private static final int DEEPEST = 20;

    /** What the pool says, without a state, of a connection that it has given up: when a transaction cannot even end. */
    private static final String CLOSED = "Connection is closed";

    /** The outage behind a failure, however deep; empty when the failure has another cause. */
    public static Optional<Outage> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(cause -> Stream.ofNullable(of(cause)))
                .findFirst();
    }

    private static @Nullable Outage of(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "25006" -> READ_ONLY;
            case "53100" -> FULL;
            // Too many connections; shut down by an administrator, after a crash, or starting.
            case "53300", "57P01", "57P02", "57P03" -> UNREACHABLE;
            default -> isLost(failure, state) ? UNREACHABLE : null;
        };
    }

    private static boolean isLost(SQLException failure, String state) {
        return state.startsWith("08")
                || CLOSED.equals(failure.getMessage())
                || failure instanceof SQLTransientConnectionException
                || failure.getCause() instanceof IOException;
    }
}
