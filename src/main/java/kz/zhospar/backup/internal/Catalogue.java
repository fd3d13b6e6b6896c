package kz.zhospar.backup.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zhospar.common.Sql;

/** Which tables and sequences the schema of a connection has. */
final class Catalogue {

    /** Its rows follow from the migrations themselves. */
    private static final String HISTORY = "flyway_schema_history";

    private static final String COLUMNS = """
            select c.relname, a.attname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and c.relname <> '%s'
            order by c.relname, a.attnum""".formatted(HISTORY);
    private static final String REFERENCES = """
            select distinct f.conrelid::regclass::text, f.confrelid::regclass::text from pg_constraint f
            where f.contype = 'f' and f.connamespace = current_schema()::regnamespace and f.conrelid <> f.confrelid
            order by 1, 2""";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** The columns of each table, the tables in an order in which none comes before one that it refers to. */
    Map<String, List<String>> tables() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        for (var row : rows(COLUMNS)) {
            columns.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.getLast());
        }
        var references = rows(REFERENCES).stream()
                .collect(Collectors.groupingBy(
                        row -> unquoted(row.getFirst()),
                        Collectors.mapping(row -> unquoted(row.getLast()), Collectors.toList())));
        var order = new LinkedHashSet<String>();
        columns.keySet().forEach(table -> place(table, references, order, new LinkedHashSet<>()));
        order.retainAll(columns.keySet());
        var tables = new LinkedHashMap<String, List<String>>();
        order.forEach(table -> tables.put(table, columns.get(table)));
        return tables;
    }

    /** References in a circle can only be such that are checked at the commit. */
    private static void place(
            String table, Map<String, List<String>> references, Set<String> order, Set<String> underWay) {
        if (underWay.add(table)) {
            references.getOrDefault(table, List.of()).forEach(other -> place(other, references, order, underWay));
            order.add(table);
        }
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var row : rows("select c.relname, c.relname from pg_class c where c.relkind = 'S'"
                + " and c.relnamespace = current_schema()::regnamespace order by 1")) {
            var name = row.getFirst();
            var state = rows("select last_value::text, is_called::text from " + Sql.quoted(name))
                    .getFirst();
            sequences.add(new Manifest.Sequence(
                    name, Long.parseLong(state.getFirst()), Boolean.parseBoolean(state.getLast())));
        }
        return sequences;
    }

    String schemaVersion() throws SQLException {
        var version = rows("select version, version from " + HISTORY
                + " where success and version is not null order by installed_rank desc limit 1");
        if (version.isEmpty()) {
            throw new BackupException("В этой базе нет данных Жоспара.");
        }
        return version.getFirst().getFirst();
    }

    boolean hasHistory() throws SQLException {
        return !rows("select 1, 1 where to_regclass('" + HISTORY + "') is not null")
                .isEmpty();
    }

    private List<List<String>> rows(String query) throws SQLException {
        var found = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    static String quoted(List<String> names) {
        return names.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
