package kz.zhospar.localdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a run on one machine: PostgreSQL in a folder, held by one process at a time.
 *
 * <p>The application connects as the owner of its database, who is not a superuser. The password is in the folder and
 * protects against other users of the machine, not against the owner of the folder.
 */
public final class LocalDatabase implements AutoCloseable {
    private static final String NAME = "zhospar";

    private final Path path;
    private @Nullable DataFolder folder;
    private @Nullable PostgresServer server;
    private String password = "";
    private int port;
    private volatile boolean closed;

    public LocalDatabase(Path path) {
        this.path = path;
    }

    /**
     * Takes the folder, creates the database on first use, and starts the server. A server left over by a killed
     * process is stopped first.
     *
     * @throws LocalStartException if the folder cannot be written or is in use, the server does not start, or the
     *     database was closed in the meantime
     */
    public synchronized void open() {
        refuseIfClosed();
        folder = DataFolder.open(path);
        try {
            start(folder);
            refuseIfClosed();
        } catch (IOException | SQLException e) {
            stop();
            throw new LocalStartException(
                    "База данных не запустилась (%s). Подробности: %s".formatted(e.getMessage(), log(folder)), e);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new LocalStartException("Запуск прерван.");
        }
    }

    private void start(DataFolder folder) throws IOException, SQLException {
        var binaries = PostgresBinaries.unpackInto(folder.resolve("binaries"));
        password = folder.password();
        server = new PostgresServer(binaries, folder.resolve("postgres"), log(folder));
        server.initialise(folder.passwordFile());
        port = server.start();
        createDatabase();
    }

    private void createDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), PostgresServer.SUPERUSER, password)) {
            if (isMissing(connection, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                execute(connection, "create role " + NAME + " login password '" + password + "'");
            }
            if (isMissing(connection, "select 1 from pg_database where datname = '" + NAME + "'")) {
                execute(connection, "create database " + NAME + " owner " + NAME);
            }
        }
    }

    public String url() {
        return url(NAME);
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** Stops the server and lets go of the folder, for good. Waits for an opening that is under way. */
    @Override
    public void close() {
        closed = true;
        stop();
    }

    private synchronized void stop() {
        try {
            if (server != null) {
                server.stop();
            }
            if (folder != null) {
                folder.close();
            }
        } catch (IOException e) {
            System.err.println("База данных не остановилась: " + e.getMessage());
        } finally {
            server = null;
            folder = null;
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static Path log(DataFolder folder) {
        return folder.resolve("postgres.log");
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return !result.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
