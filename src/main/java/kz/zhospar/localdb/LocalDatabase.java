package kz.zhospar.localdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a run on one machine: PostgreSQL in a folder, held by one process at a time.
 *
 * <p>The owner of the database makes its tables; the application connects as another role, which can add to what is
 * recorded and not change it. Neither is a superuser. The passwords are in the folder and protect against other users of
 * the machine, not against the owner of the folder.
 */
public final class LocalDatabase implements AutoCloseable {
    private static final String NAME = "zhospar";
    private static final String OWNER = "zhospar";
    private static final String APPLICATION = "zhospar_app";
    private static final String DATA = "postgres";

    private final Path path;
    private @Nullable DataFolder folder;
    private @Nullable PostgresServer server;
    private String ownerPassword = "";
    private String applicationPassword = "";
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

    /**
     * Reaches the database of a folder that has one, for a look as its owner: as {@link #open()} does where the folder is
     * free, and by the server of the running application where one holds it.
     *
     * @throws LocalStartException if the folder has no database, cannot be written, or the server does not start
     */
    public synchronized void visit() {
        if (!Files.isDirectory(path.resolve(DATA))) {
            throw new LocalStartException("В папке нет данных Жоспара: " + path);
        }
        if (!DataFolder.isHeld(path)) {
            open();
            return;
        }
        try {
            ownerPassword = Files.readString(path.resolve("password"));
            port = PostgresServer.runningPort(path.resolve(DATA));
        } catch (IOException e) {
            throw new LocalStartException(
                    "Папку данных использует другой процесс, но его база данных недоступна: " + path, e);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new LocalStartException("Запуск прерван.");
        }
    }

    private void start(DataFolder folder) throws IOException, SQLException {
        var binaries = PostgresBinaries.unpackInto(folder.resolve("binaries"));
        ownerPassword = folder.password();
        applicationPassword = folder.applicationPassword();
        server = new PostgresServer(binaries, folder.resolve(DATA), log(folder));
        server.initialise(folder.passwordFile());
        port = server.start();
        createDatabase();
    }

    private void createDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), PostgresServer.SUPERUSER, ownerPassword)) {
            createRole(connection, OWNER, ownerPassword);
            // A folder of an earlier version has no such role yet; its rights come with the migration.
            createRole(connection, APPLICATION, applicationPassword);
            if (isMissing(connection, "select 1 from pg_database where datname = '" + NAME + "'")) {
                execute(connection, "create database " + NAME + " owner " + OWNER);
            }
        }
    }

    private static void createRole(Connection connection, String name, String password) throws SQLException {
        if (isMissing(connection, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(connection, "create role " + name + " login password '" + password + "'");
        }
    }

    public String url() {
        return url(NAME);
    }

    /** As whom the application connects. */
    public String user() {
        return APPLICATION;
    }

    public String password() {
        return applicationPassword;
    }

    /** Whose the database and its tables are. */
    public String owner() {
        return OWNER;
    }

    public String ownerPassword() {
        return ownerPassword;
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
