package kz.zhospar.live;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.zhospar.live.internal.Listeners;
import kz.zhospar.live.internal.Listening;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Short messages between all nodes of the application, by way of the database. They may be lost while the database is
 * away, never doubled. After such a time, and at the start, every listener hears {@link #MISSED}.
 */
@Component
public class Signals implements SmartLifecycle {

    /** In place of a message: some may have been missed, so read anew what you follow. */
    public static final String MISSED = "";

    /** PostgreSQL takes less than 8000 bytes. */
    private static final int LONGEST = 7_900;

    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final DataSource source;
    private final Listeners listeners = new Listeners();
    private final Listening listening;

    Signals(DataSource source, JdbcConnectionDetails database) {
        this.source = source;
        this.listening = new Listening(database, this::receive, () -> listeners.tellAll(MISSED));
    }

    /**
     * Sends a message to every listener of the topic on every node, this one included: after the commit of the running
     * transaction and never after its rollback; at once where no transaction runs.
     *
     * @param topic a word such as {@code request} or {@code plan}
     * @param message ids, no content; at most some hundred characters. An empty one says no more than {@link #MISSED}
     * @throws IllegalArgumentException when the message is too long, or the topic is no word
     */
    public void send(String topic, String message) {
        var payload = payload(topic, message);
        try {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                var connection = DataSourceUtils.getConnection(source);
                try {
                    post(connection, payload);
                } finally {
                    DataSourceUtils.releaseConnection(connection, source);
                }
            } else {
                try (var connection = source.getConnection()) {
                    post(connection, payload);
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The message was not sent", e);
        }
    }

    /** Tells the listeners of this node only, at once and without the database. */
    public void tellHere(String topic, String message) {
        listeners.tell(topic, message);
    }

    /**
     * Listens until the handle is closed. The listener hears one message after the other on a thread of its own;
     * {@link #MISSED} tells it to look for itself.
     */
    public AutoCloseable on(String topic, Consumer<String> listener) {
        return listeners.on(topic, listener);
    }

    private static String payload(String topic, String message) {
        if (!topic.matches("[a-z][a-z.-]*")) {
            throw new IllegalArgumentException("No topic: " + topic);
        }
        var payload = topic + " " + message;
        if (payload.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("A message of %d characters".formatted(message.length()));
        }
        return payload;
    }

    private static void post(Connection connection, String payload) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, Listening.CHANNEL);
            statement.setString(2, payload);
            statement.execute();
        }
    }

    private void receive(String payload) {
        var end = payload.indexOf(' ');
        if (end > 0) {
            listeners.tell(payload.substring(0, end), payload.substring(end + 1));
        }
    }

    @Override
    public void start() {
        listeners.silence(false);
        listening.start();
    }

    /** Before the database is, where the application brings its own. */
    @Override
    public void stop() {
        listeners.silence(true);
        listening.stop();
    }

    @Override
    public boolean isRunning() {
        return listening.isRunning();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
