package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        if (columns.containsAll(List.of(audit.live() + ".content", audit.live() + ".sha256"))) {
            name(
                    "select id::text, 0, true, true from %s where encode(sha256(content), 'hex') <> sha256"
                            .formatted(AuditTable.quote(audit.live())),
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
                var row = statement.executeQuery("select count(*) from " + AuditTable.quote(table))) {
            row.next();
            rows += row.getLong(1);
        }
    }

    /** Numbers are compared as they are written, because 1.0 is not 1.00 here. */
    private static String difference(AuditTable audit, List<AuditTable.Column> compared) {
        var key = AuditTable.quote(String.valueOf(audit.key()));
        var live = row(compared, "l");
        var newest = row(compared, "a");
        return """
                select coalesce(l.%1$s::text, a.%1$s::text), coalesce(a.rev, 0), l.%1$s is not null, a.%1$s is not null
                from %2$s l full join (
                    select * from (select distinct on (%1$s) * from %3$s order by %1$s desc, rev desc) n
                    where revtype <> 2) a on l.%1$s = a.%1$s
                where l.%1$s is null or a.%1$s is null or row(%4$s) is distinct from row(%5$s)""".formatted(key, AuditTable.quote(audit.live()), AuditTable.quote(audit.name()), live, newest);
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
