package kz.zhospar.seal.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import kz.zhospar.live.Signals;
import kz.zhospar.seal.InclusionProof;
import kz.zhospar.seal.PublishedSeal;
import kz.zhospar.seal.SealRecord;
import kz.zhospar.seal.SealService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The chain in the database. Its connections are its own, apart from a transaction that the caller may have: a seal is
 * over what everybody sees.
 */
@Component
public class Chain {

    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    /** Any number that nothing else in the database locks. */
    private static final long LOCK = 7_233_158_946_102_714L;

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource source;
    private final SealSettings settings;
    private final Signals signals;

    Chain(DataSource source, SealSettings settings, Signals signals) {
        this.source = source;
        this.settings = settings;
        this.signals = signals;
    }

    /**
     * Seals what is committed and has no seal; by one node at a time. Each seal is published once it is committed.
     *
     * @param everything whether to look through all revisions, or only where late ones are to be expected
     * @return the last seal that was made
     */
    public Optional<SealRecord> seal(boolean everything) {
        var made = with(connection -> {
            // Before the transaction, which from its first statement on does not see what others commit.
            ask(connection, "select pg_advisory_lock(%d)".formatted(LOCK));
            try {
                return sealAll(connection, everything);
            } finally {
                ask(connection, "select pg_advisory_unlock(%d)".formatted(LOCK));
            }
        });
        made.ifPresent(_ -> signals.send(SealService.TOPIC, "sealed"));
        return made;
    }

    private Optional<SealRecord> sealAll(Connection connection, boolean everything) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            Optional<SealRecord> last = Optional.empty();
            for (var made = sealNext(connection, everything);
                    made.isPresent();
                    made = sealNext(connection, everything)) {
                last = made;
                if (made.get().revisions() < Sealer.REVISIONS) {
                    break;
                }
            }
            return last;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Optional<SealRecord> sealNext(Connection connection, boolean everything) throws SQLException {
        var made = new Sealer(connection, settings.key()).seal(everything);
        connection.commit();
        made.ifPresent(seal -> publish(published(seal)));
        return made;
    }

    /** Keeps other nodes from sealing until the running transaction ends. */
    static void lock(Connection connection) throws SQLException {
        ask(connection, "select pg_advisory_xact_lock(%d)".formatted(LOCK));
    }

    private PublishedSeal published(SealRecord seal) {
        var key = settings.key();
        return PublishedSeal.of(seal, key == null ? null : key.open().base64());
    }

    /** What cannot be published is still sealed; the next seal tries again. */
    private void publish(PublishedSeal head) {
        var folder = settings.folder();
        try {
            if (folder != null) {
                HeadFile.write(folder, head);
            }
        } catch (IOException e) {
            LOG.error("Печать № {} не записана в папку {}", head.number(), folder, e);
        }
    }

    public Optional<SealRecord> head() {
        return with(SealTable::head);
    }

    public List<SealRecord> before(long number, int limit) {
        return with(connection -> SealTable.before(connection, number, limit));
    }

    public Optional<PublishedSeal> published(long number) {
        return with(connection -> {
            var seal = SealTable.find(connection, number);
            return seal.isEmpty()
                    ? Optional.<PublishedSeal>empty()
                    : Optional.of(PublishedSeal.of(seal.get(), new Proofs(connection).publicKey(seal.get())));
        });
    }

    public Optional<InclusionProof> proof(long revision, String table, String rowKey) {
        return reading(connection -> new Proofs(connection).of(revision, table, rowKey));
    }

    /** @param wanted tells by its canonical form whether a row is to be proved */
    public List<InclusionProof> proofs(Collection<Long> revisions, Predicate<String> wanted) {
        return reading(connection -> new Proofs(connection).of(revisions, wanted));
    }

    private <T> T reading(Work<T> work) {
        return with(connection -> {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return work.on(connection);
            } finally {
                connection.rollback();
            }
        });
    }

    /** The fingerprint of the key that this node signs with. */
    public @Nullable String keyId() {
        var key = settings.key();
        return key == null ? null : key.open().id();
    }

    public @Nullable String publicKey() {
        var key = settings.key();
        return key == null ? null : key.open().base64();
    }

    /** The signature of a text in Base64; empty when this node has no key. */
    public Optional<String> sign(String text) {
        return Optional.ofNullable(settings.key()).map(key -> key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Nullable
    SigningKey key() {
        return settings.key();
    }

    /** The head that was published last and the node's own key: nobody changes those with the database's password. */
    Outside outside() {
        var folder = settings.folder();
        var key = settings.key();
        try {
            return HeadFile.outside(
                    folder == null ? Optional.empty() : HeadFile.find(folder),
                    Optional.ofNullable(key).map(SigningKey::open));
        } catch (IOException e) {
            LOG.warn("Опубликованная печать не читается: {}", e.getMessage());
            return HeadFile.outside(Optional.empty(), Optional.ofNullable(key).map(SigningKey::open));
        }
    }

    <T> T with(Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Печати недоступны", e);
        }
    }

    private static void ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(query);
        }
    }
}
