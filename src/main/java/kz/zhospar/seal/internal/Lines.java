package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The result of a query in COPY's text format, row by row. */
final class Lines implements AutoCloseable {

    private final CopyOut copy;

    private Lines(CopyOut copy) {
        this.copy = copy;
    }

    static Lines of(Connection connection, String query) throws SQLException {
        return new Lines(connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout"));
    }

    /** The next row with its line feed; null after the last. */
    byte @Nullable [] next() throws SQLException {
        return copy.readFromCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    static long number(byte[] line, int from, int to) {
        long number = 0;
        int i = line[from] == '-' ? from + 1 : from;
        for (; i < to; i++) {
            number = 10 * number + line[i] - '0';
        }
        return line[from] == '-' ? -number : number;
    }

    /** Reads a hash written as hexadecimal digits. */
    static void hash(byte[] line, int from, byte[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (byte) (digit(line[from + 2 * i]) << 4 | digit(line[from + 2 * i + 1]));
        }
    }

    private static int digit(byte sign) {
        return sign <= '9' ? sign - '0' : sign - 'a' + 10;
    }
}
