package kz.zhospar.live.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Waits on a database connection of its own for what other connections notify, and connects again for as long as it
 * takes when the database was away.
 */
public final class Listening {

    /** What one takes part in: the same for all nodes. */
    public static final String CHANNEL = "zhospar";

    /** Names the connection in the database's list of connections. */
    public static final String CONNECTION_NAME = "zhospar signals";

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int WAIT_MILLISECONDS = 10_000;
    private static final int ANSWER_SECONDS = 5;
    private static final int LONGEST_PAUSE_MILLISECONDS = 10_000;
    private static final int FIRST_PAUSE_MILLISECONDS = 250;

    private final JdbcConnectionDetails database;
    private final Consumer<String> receiver;
    private final Runnable connected;
    private volatile CountDownLatch firstConnected = new CountDownLatch(1);
    private volatile boolean wanted;
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;

    /** {@code connected} is told of every connection, as messages may have been missed before it. */
    public Listening(JdbcConnectionDetails database, Consumer<String> receiver, Runnable connected) {
        this.database = database;
        this.receiver = receiver;
        this.connected = connected;
    }

    /** Begins to listen; returns when it does, or without it when the database lets one wait. */
    public void start() {
        wanted = true;
        firstConnected = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("signals").start(this::listen);
        try {
            if (!firstConnected.await(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Messages between nodes are not received yet; the database does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        wanted = false;
        var running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        abort();
        try {
            running.join(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    public boolean isRunning() {
        return thread != null;
    }

    /** Ends a wait that would not be interrupted otherwise. */
    private void abort() {
        var open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection was closed already", e);
            }
        }
    }

    private void listen() {
        var failures = 0;
        while (wanted) {
            try (var open = connect()) {
                connection = open;
                if (failures > 0) {
                    LOG.info("Messages between nodes are received again");
                }
                failures = 0;
                connected.run();
                firstConnected.countDown();
                receive(open);
            } catch (SQLException | RuntimeException e) {
                failures = report(e, failures);
                pause(failures);
            } finally {
                connection = null;
            }
        }
    }

    private Connection connect() throws SQLException {
        var settings = new Properties();
        PGProperty.APPLICATION_NAME.set(settings, CONNECTION_NAME);
        PGProperty.CONNECT_TIMEOUT.set(settings, ANSWER_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(settings, true);
        if (database.getUsername() != null) {
            PGProperty.USER.set(settings, database.getUsername());
        }
        if (database.getPassword() != null) {
            PGProperty.PASSWORD.set(settings, database.getPassword());
        }
        var open = DriverManager.getConnection(database.getJdbcUrl(), settings);
        try (var statement = open.createStatement()) {
            statement.execute("listen " + CHANNEL);
            return open;
        } catch (SQLException e) {
            open.close();
            throw e;
        }
    }

    private void receive(Connection open) throws SQLException {
        var notifications = open.unwrap(PGConnection.class);
        while (wanted) {
            var heard = notifications.getNotifications(WAIT_MILLISECONDS);
            if (heard != null && heard.length > 0) {
                for (PGNotification one : heard) {
                    receiver.accept(one.getParameter());
                }
            } else if (wanted && !open.isValid(ANSWER_SECONDS)) {
                // A connection can be dead without anybody having said so.
                throw new SQLException("The connection does not answer");
            }
        }
    }

    private int report(Exception failure, int failures) {
        if (wanted && failures == 0) {
            LOG.warn("Messages between nodes are not received: {}", failure.getMessage());
        }
        return failures + 1;
    }

    private void pause(int failures) {
        if (!wanted) {
            return;
        }
        try {
            Thread.sleep(Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * failures * failures));
        } catch (InterruptedException e) {
            LOG.debug("Asked to stop");
        }
    }
}
