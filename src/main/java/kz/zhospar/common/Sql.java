package kz.zhospar.common;

import java.sql.Connection;
import java.sql.SQLException;

/** What statements need that are put together by hand. */
public final class Sql {

    private Sql() {}

    /** A name as PostgreSQL takes it, whatever is in it. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Lets rows read and written as text be the same whatever the settings of server, role and database; until the commit. */
    public static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local bytea_output = 'hex';
                    set local intervalstyle = 'postgres'; set local extra_float_digits = 1""");
        }
    }
}
