package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.zhospar.common.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are sealed.
 *
 * @param columns in the order of their names, as the canonical form has them
 * @param key the column that identifies the audited row; null for revisions, which are identified by their number
 */
public record AuditTable(
        String name,
        List<Column> columns,
        String revision,
        @Nullable String key) {

    /** A column with the name of its type. */
    public record Column(String name, String type) {

        String quoted() {
            return Sql.quoted(name);
        }
    }

    static final String REVISION = "revision";

    private static final String NUMBER = "number";
    private static final String AUDIT_REVISION = "rev";

    /** Every table of audit rows in the database, and that of revisions; the first column of each is its key. */
    private static final String CATALOGUE = """
            select c.relname, a.attname, t.typname, a.attnum
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
              and (c.relname = 'revision' or c.relname like '%\\_aud')
            order by c.relname, a.attname""";

    /** All of them, in the order of their names. */
    static List<AuditTable> all(Connection connection) throws SQLException {
        var tables = new ArrayList<AuditTable>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(CATALOGUE)) {
            var table = new Found("");
            while (rows.next()) {
                if (!rows.getString(1).equals(table.name)) {
                    table.finish(tables);
                    table = new Found(rows.getString(1));
                }
                table.add(new Column(rows.getString(2), rows.getString(3)), rows.getInt(4));
            }
            table.finish(tables);
        }
        return tables;
    }

    private static final class Found {
        private final String name;
        private final List<Column> columns = new ArrayList<>();
        private String first = "";
        private int lowest = Integer.MAX_VALUE;

        Found(String name) {
            this.name = name;
        }

        void add(Column column, int position) {
            columns.add(column);
            if (position < lowest) {
                lowest = position;
                first = column.name;
            }
        }

        void finish(List<AuditTable> tables) {
            if (name.equals(REVISION)) {
                tables.add(new AuditTable(name, List.copyOf(columns), NUMBER, null));
            } else if (columns.stream().anyMatch(column -> column.name.equals(AUDIT_REVISION))) {
                tables.add(new AuditTable(name, List.copyOf(columns), AUDIT_REVISION, first));
            }
        }
    }

    /** The table whose history it keeps. */
    String live() {
        return name.replaceFirst("_aud$", "");
    }

    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name.equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(column);
    }

    /** Reads the rows that a condition lets through, columns as the canonical form has them. */
    String select(String condition) {
        return "select %s from %s where %s".formatted(list(), Sql.quoted(name), condition);
    }

    /** The same in the order in which leaves stand. */
    String selectInOrder(String condition) {
        return select(condition) + " order by " + Sql.quoted(revision) + (key == null ? "" : ", " + keyOrder());
    }

    private String list() {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    /** Ids are ordered as their text is, which saves making it. */
    private String keyOrder() {
        var name = Objects.requireNonNull(key);
        return columns.get(indexOf(name)).type.equals("uuid") ? Sql.quoted(name) : keyText() + " collate \"C\"";
    }

    String keyText() {
        return key == null ? "''" : Sql.quoted(key) + "::text";
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
