package kz.zhospar.backup.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import kz.zhospar.common.Sql;
import kz.zhospar.seal.VerifyCommand;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Puts a copy back. It is built up beside what the database has, brought to the newest migration and verified, and takes
 * the place of the other in one transaction: whatever goes wrong before, the database is as it was.
 */
final class Restore {

    private static final String BESIDE = "zhospar_restore";
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Source source;
    private final BackupFile file;
    private final Manifest manifest;
    private final PrintStream out;

    Restore(Source source, BackupFile file, PrintStream out) {
        this.source = source;
        this.file = file;
        this.manifest = file.manifest();
        this.out = out;
    }

    void run(boolean replace, boolean despiteFaults) throws IOException, SQLException {
        try (var connection = source.connect()) {
            refuseTaken(connection, replace);
            refuseNewer();
            dropBeside(connection);
            execute(connection, "create schema " + BESIDE);
        }
        try {
            build();
            verify(despiteFaults);
            takeThePlace();
        } finally {
            try (var connection = source.connect()) {
                dropBeside(connection);
            }
        }
    }

    private void refuseNewer() {
        var known = Arrays.stream(flyway(MigrationVersion.LATEST.getVersion())
                        .load()
                        .info()
                        .all())
                .map(MigrationInfo::getVersion)
                .anyMatch(version ->
                        MigrationVersion.fromVersion(manifest.schema()).equals(version));
        if (!known) {
            throw new BackupException(
                    "Копия сделана более новой версией Жоспара (структура данных %s). Обновите программу."
                            .formatted(manifest.schema()));
        }
    }

    private static void refuseTaken(Connection connection, boolean replace) throws SQLException {
        if (!replace && !new Catalogue(connection).tables().isEmpty()) {
            throw new BackupException("В базе уже есть данные. Чтобы заменить их копией, добавьте --replace.");
        }
        var others = others(connection);
        // Who has just gone may still be listed.
        for (var i = 0; i < LOOKS && !others.equals("0"); i++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            others = others(connection);
        }
        if (!others.equals("0")) {
            throw new BackupException(
                    "К базе подключены другие программы (соединений: %s). Остановите Жоспар.".formatted(others));
        }
    }

    /** What others do is hidden from who is no superuser; that they are there is not. Its own helpers have no user. */
    private static String others(Connection connection) throws SQLException {
        return one(connection, """
                select count(*) from pg_stat_activity where datname = current_database()
                and pid <> pg_backend_pid() and usesysid is not null""");
    }

    private void build() throws IOException, SQLException {
        // Without what follows each migration: there must be no triggers while rows are put in.
        flyway(manifest.schema()).skipDefaultCallbacks(true).load().migrate();
        try (var connection = source.connect(BESIDE)) {
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        }
        flyway(MigrationVersion.LATEST.getVersion()).load().migrate();
    }

    private void fill(Connection connection) throws IOException, SQLException {
        Sql.settle(connection);
        var here = new Catalogue(connection).tables();
        refuseOtherTables(here);
        execute(connection, "truncate " + Catalogue.quoted(List.copyOf(here.keySet())));
        execute(connection, "set constraints all deferred");
        for (var table : manifest.tables()) {
            file.copy(table, connection);
        }
        for (var sequence : manifest.sequences()) {
            try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
                statement.setString(1, Sql.quoted(sequence.name()));
                statement.setLong(2, sequence.value());
                statement.setBoolean(3, sequence.called());
                statement.execute();
            }
        }
    }

    /** The migrations make the same tables for everybody; a copy with others is of another program. */
    private void refuseOtherTables(Map<String, List<String>> here) {
        for (var table : manifest.tables()) {
            if (!table.columns().equals(here.get(table.name()))) {
                throw new BackupException("Таблица %s копии не подходит к структуре данных %s."
                        .formatted(table.name(), manifest.schema()));
            }
        }
        var missing = new ArrayList<>(here.keySet());
        manifest.tables().forEach(table -> missing.remove(table.name()));
        if (!missing.isEmpty()) {
            throw new BackupException("В копии нет таблиц: " + String.join(", ", missing));
        }
    }

    private void verify(boolean despiteFaults) {
        var said = new ByteArrayOutputStream();
        var console = new PrintStream(said, true, StandardCharsets.UTF_8);
        var arguments = new ArrayList<>(List.of("--url=" + source.url(BESIDE), "--user=" + source.user()));
        if (manifest.seal() != null) {
            arguments.add("--head=" + manifest.seal().hash());
        }
        var code = VerifyCommand.run(
                console, console, Map.of("PGPASSWORD", source.password()), arguments.toArray(String[]::new));
        out.print(said.toString(StandardCharsets.UTF_8));
        if (code != 0 && !despiteFaults) {
            throw new BackupException("Копия не прошла проверку печатей; данные базы не изменены. Чтобы восстановить её"
                    + " всё равно, добавьте --despite-faults.");
        }
    }

    private void takeThePlace() throws SQLException {
        try (var connection = source.connect()) {
            var schema = Sql.quoted(one(connection, "select current_schema()"));
            connection.setAutoCommit(false);
            execute(connection, "drop schema %s cascade".formatted(schema));
            execute(connection, "alter schema %s rename to %s".formatted(BESIDE, schema));
            connection.commit();
        }
    }

    private FluentConfiguration flyway(String target) {
        return Flyway.configure()
                .dataSource(source.url(BESIDE), source.user(), source.password())
                .defaultSchema(BESIDE)
                .createSchemas(false)
                .locations("classpath:db/migration")
                .initSql("set zhospar.application_role = '%s'".formatted(source.applicationRole()))
                .target(target);
    }

    private static void dropBeside(Connection connection) throws SQLException {
        execute(connection, "drop schema if exists %s cascade".formatted(BESIDE));
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Where the database is, and as whom it is reached: its owner. */
    record Source(String url, String user, String password, String applicationRole) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        Connection connect(String schema) throws SQLException {
            return DriverManager.getConnection(url(schema), user, password);
        }

        String url(String schema) {
            return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }
    }
}
