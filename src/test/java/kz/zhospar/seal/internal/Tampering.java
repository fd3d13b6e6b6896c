package kz.zhospar.seal.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody with the password of the database's owner: triggers off, constraints dropped. Each audit table gets rows of
 * its own to tamper with, in three revisions, which are kept beside and can be put back.
 */
final class Tampering {

    static final String ONE = "11111111-1111-1111-1111-111111111111";
    static final String TWO = "22222222-2222-2222-2222-222222222222";
    static final String OTHER = "33333333-3333-3333-3333-333333333333";

    private static final List<String> SEALS = List.of("seal", "seal_leaf", "seal_key");

    final JdbcClient jdbc;
    final List<AuditTable> tables;
    final long first;

    private final DataSource source;

    Tampering(DataSource source) throws SQLException {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        try (var connection = source.getConnection()) {
            tables = AuditTable.all(connection);
        }
        tables.forEach(table -> run("alter table %s disable trigger user".formatted(table.name())));
        SEALS.forEach(table -> run("alter table %s disable trigger user".formatted(table)));
        tables.stream()
                .filter(table -> table.key() != null)
                .forEach(table -> foreignKeys(table)
                        .forEach(key -> run("alter table %s drop constraint %s".formatted(table.name(), key))));
        run("alter table revision drop constraint revision_kind_ck");
        first = ask("select nextval('revision_number') + 100");
    }

    private List<String> foreignKeys(AuditTable table) {
        return jdbc.sql("select conname from pg_constraint where contype = 'f' and conrelid = '%s'::regclass"
                        .formatted(table.name()))
                .query(String.class)
                .list();
    }

    /** Makes the rows; to be called once, before they are sealed. */
    void prepare() {
        for (int i = 0; i < 3; i++) {
            insertRevision(first + i, "now()");
            var key = i == 1 ? TWO : ONE;
            for (var table : tables) {
                if (table.key() != null) {
                    insert(table, first + i, key, i);
                }
            }
        }
    }

    void keep() {
        tables.forEach(table -> run("create table %1$s_kept as select * from %1$s where %2$s >= %3$d"
                .formatted(table.name(), table.revision(), first)));
        SEALS.forEach(table -> run("create table %1$s_kept as select * from %1$s".formatted(table)));
    }

    void restore() {
        for (var table : tables) {
            run("delete from %s where %s >= %d".formatted(table.name(), table.revision(), first));
            run("insert into %1$s select * from %1$s_kept".formatted(table.name()));
        }
        SEALS.forEach(table -> {
            run("delete from " + table);
            run("insert into %1$s select * from %1$s_kept".formatted(table));
        });
    }

    void insertRevision(long number, String at) {
        run("insert into revision values (%d, %s, 'LOAD', 'a%1$d', 'Имя', 'head', 'uo', null, 'Проба')"
                .formatted(number, at));
    }

    void insert(AuditTable table, long revision, String key, int variant) {
        run("insert into %s (%s) values (%s)"
                .formatted(
                        table.name(),
                        table.columns().stream().map(AuditTable.Column::quoted).collect(Collectors.joining(", ")),
                        table.columns().stream()
                                .map(column -> value(table, column, revision, key, variant))
                                .collect(Collectors.joining(", "))));
    }

    private static String value(AuditTable table, AuditTable.Column column, long revision, String key, int variant) {
        if (column.name().equals(table.revision())) {
            return String.valueOf(revision);
        }
        if (column.name().equals(table.key())) {
            return "'" + key(table, key) + "'";
        }
        return switch (column.name().equals("revtype") ? "revtype" : column.type()) {
            // A removal has no live row that it would have to agree with.
            case "revtype" -> "2";
            case "uuid" -> "'00000000-0000-0000-0000-00000000000%d'".formatted(variant);
            case "text" -> "E'знач\\tение\\\\ \\n%d'".formatted(variant);
            case "varchar" -> "'%d'".formatted(variant);
            case "bool" -> String.valueOf(variant % 2 == 0);
            case "numeric" -> "%d.50".formatted(variant);
            case "timestamptz" -> "timestamptz '2026-01-0%d 12:00:00.123456+05'".formatted(variant + 1);
            case "date" -> "date '2026-01-0%d'".formatted(variant + 1);
            default -> String.valueOf(variant);
        };
    }

    /** Keys that are no uuid may be short. */
    static String key(AuditTable table, String key) {
        var type = table.columns()
                .get(table.indexOf(Objects.requireNonNull(table.key())))
                .type();
        return type.equals("uuid") ? key : key.substring(0, 4);
    }

    static String changed(AuditTable.Column column) {
        var name = column.quoted();
        return switch (column.type()) {
            case "uuid" -> "'%s'".formatted(OTHER);
            case "text" -> "coalesce(%s, '') || ' '".formatted(name);
            case "varchar" -> "'9'";
            case "bool" -> "not " + name;
            // A number that equals the old one and is written otherwise.
            case "numeric" -> name + " + 0.000";
            case "timestamptz" -> name + " + interval '1 microsecond'";
            case "date" -> name + " + 1";
            default -> "coalesce(%s, 0) + 1".formatted(name);
        };
    }

    void run(String sql) {
        with(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    <T> T with(Chain.Work<T> deed) {
        try (var connection = source.getConnection()) {
            return deed.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long ask(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    Set<Fault> faults(Outside outside) throws SQLException {
        return Set.copyOf(verify(outside).faults());
    }

    Verification verify(Outside outside) throws SQLException {
        try (var one = source.getConnection();
                var two = source.getConnection()) {
            try {
                return new Verifier(one, two, outside, _ -> {}).verify(null);
            } finally {
                one.rollback();
                two.rollback();
            }
        }
    }

    /** For every audit table that has a key. */
    List<AuditTable> audits() {
        return tables.stream().filter(table -> table.key() != null).toList();
    }

    static Fault fault(Fault.Kind kind, AuditTable table, long revision, String key) {
        return new Fault(kind, table.name(), revision, table.key() == null ? "" : key(table, key));
    }
}
