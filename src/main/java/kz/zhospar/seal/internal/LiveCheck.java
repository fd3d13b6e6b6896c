package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zhospar.common.Sql;
import kz.zhospar.seal.Fault;

/** Holds each live table against the audit: a row is what its newest audit row says, and files are what their hash says. */
final class LiveCheck {

    private static final int FETCHED = 1000;

    private final Connection connection;
    private final Faults faults;
    private final Set<String> columns = new HashSet<>();
    private long rows;

    LiveCheck(Connection connection, Faults faults) throws SQLException {
        this.connection = connection;
        this.faults = faults;
        readColumns();
    }

    private void readColumns() throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select c.relname || '.' || a.attname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')""")) {
            while (found.next()) {
                columns.add(found.getString(1));
            }
        }
    }

    void check(AuditTable audit) throws SQLException {
        if (audit.key() == null || !columns.contains(audit.live() + "." + audit.key())) {
            return;
        }
        count(audit.live());
        name(difference(audit, compared(audit)), audit.live());
        name(missing(audit), audit.live());
        if (columns.containsAll(List.of(audit.live() + ".content", audit.live() + ".sha256"))) {
            name(
                    "select id::text, 0, true, true from %s where encode(sha256(content), 'hex') <> sha256"
                            .formatted(Sql.quoted(audit.live())),
                    audit.live());
        }
    }

    /** Columns that the live table has lost, or not yet got, are kept by the audit alone. */
    private List<AuditTable.Column> compared(AuditTable audit) {
        return audit.columns().stream()
                .filter(column -> columns.contains(audit.live() + "." + column.name()))
                .toList();
    }

    private void count(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + Sql.quoted(table))) {
            row.next();
            rows += row.getLong(1);
        }
    }

    /**
     * The newest audit row of each live row is looked up in the index, because histories are longer than tables. Numbers
     * are compared as they are written, because 1.0 is not 1.00 here.
     */
    private static String difference(AuditTable audit, List<AuditTable.Column> compared) {
        return """
                select l.%1$s::text, coalesce(a.rev, 0), true, coalesce(a.revtype <> 2, false)
                from %2$s l left join lateral (
                    select * from %3$s n where n.%1$s = l.%1$s order by n.%1$s desc, n.rev desc limit 1) a on true
                where a.rev is null or a.revtype = 2 or row(%4$s) is distinct from row(%5$s)""".formatted(
                        Sql.quoted(String.valueOf(audit.key())),
                        Sql.quoted(audit.live()),
                        Sql.quoted(audit.name()),
                        row(compared, "l"),
                        row(compared, "a"));
    }

    /** Rows that the audit does not say were removed. */
    private static String missing(AuditTable audit) {
        return """
                select a.%1$s::text, a.rev, false, true from %3$s a
                where a.revtype <> 2
                  and not exists (select from %2$s l where l.%1$s = a.%1$s)
                  and not exists (select from %3$s n where n.%1$s = a.%1$s and n.rev > a.rev)""".formatted(
                        Sql.quoted(String.valueOf(audit.key())), Sql.quoted(audit.live()), Sql.quoted(audit.name()));
    }

    private static String row(List<AuditTable.Column> columns, String alias) {
        return columns.stream()
                .map(column -> alias + "." + column.quoted() + (column.type().equals("numeric") ? "::text" : ""))
                .collect(Collectors.joining(", "));
    }

    private void name(String query, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (var found = statement.executeQuery(query)) {
                while (found.next()) {
                    faults.add(new Fault(
                            kind(found.getBoolean(3), found.getBoolean(4)),
                            table,
                            found.getLong(2),
                            found.getString(1)));
                }
            }
        }
    }

    private static Fault.Kind kind(boolean live, boolean audited) {
        if (live && audited) {
            return Fault.Kind.ALTERED;
        }
        return live ? Fault.Kind.INSERTED : Fault.Kind.REMOVED;
    }

    long rows() {
        return rows;
    }
}
