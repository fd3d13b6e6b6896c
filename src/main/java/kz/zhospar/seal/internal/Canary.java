package kz.zhospar.seal.internal;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.zhospar.live.Signals;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.seal.CanaryState;
import kz.zhospar.seal.SealRecord;
import kz.zhospar.seal.SealService;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves at the start and every few minutes that a change is audited and sealed: it makes one, looks at what the commit would
 * leave behind, seals it, verifies that seal, and takes all of it back. Nothing remains but an unused number.
 */
@Component
public class Canary {

    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Chain chain;
    private final Signals signals;
    private volatile @Nullable CanaryState state;

    Canary(EntityManager entities, PlatformTransactionManager transactions, Chain chain, Signals signals) {
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.chain = chain;
        this.signals = signals;
    }

    /** What the last proof gave; empty before the first. */
    public Optional<CanaryState> state() {
        return Optional.ofNullable(state);
    }

    /** Each node proves its own, because each writes the audit by itself. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5M")
    public void sing() {
        var problem = problem();
        if (problem != null) {
            LOG.error("Самопроверка аудита не пройдена: {}", problem);
        }
        state = new CanaryState(Instant.now(), problem);
        signals.tellHere(SealService.TOPIC, "canary");
    }

    /** A database that takes changes again is soon known to do so. */
    @Scheduled(fixedDelayString = "PT1M")
    void singAgain() {
        if (state().filter(last -> !last.isWell()).isPresent()) {
            sing();
        }
    }

    private @Nullable String problem() {
        var proved = new AtomicBoolean();
        try {
            transaction.executeWithoutResult(_ -> change(proved));
            require(proved.get(), "nobody looked at what the commit would leave");
            require(chain.with(Canary::isGone), "the proof was committed");
            return null;
        } catch (RuntimeException e) {
            return String.valueOf(rootOf(e).getMessage());
        }
    }

    private static boolean isGone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select not exists (select from canary)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void change(AtomicBoolean proved) {
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, "Самопроверка аудита");
        var canary = new CanaryEntity(
                UUID.randomUUID(),
                "Қанат №1\t\\",
                new BigDecimal("1.00"),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        entities.persist(canary);
        entities.flush();
        // The session itself: the one that is injected keeps its transaction to Spring.
        var session = entities.unwrap(SessionImplementor.class);
        // Called when Envers has written what it would commit.
        session.getTransaction().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                session.doWork(connection -> {
                    inspect(connection, canary.id());
                    // What is committed now is nothing.
                    connection.rollback();
                });
                proved.set(true);
            }

            @Override
            public void afterCompletion(int status) {
                // There is nothing to clear away.
            }
        });
    }

    private void inspect(Connection connection, UUID id) throws SQLException {
        var revision = revision(connection, id);
        Chain.lock(connection);
        var before = SealTable.head(connection).map(SealRecord::hash).orElse(SealRecord.NONE);
        var number = new Sealer(connection, chain.key()).seal(List.of(revision)).number();
        var seal = SealTable.find(connection, number).orElseThrow();
        require(seal.isWhole() && seal.previous().equals(before), "the seal does not continue the chain");
        require(seal.leaves() == 2, "the seal has %d leaves instead of 2".formatted(seal.leaves()));
        require(isSigned(seal), "the signature of the seal does not verify");
        for (var place : List.of(List.of("canary_aud", id.toString()), List.of(AuditTable.REVISION, ""))) {
            var proof = new Proofs(connection).of(revision, place.getFirst(), place.getLast());
            require(proof.isPresent() && proof.get().holds(), "the seal does not prove a row of " + place.getFirst());
        }
    }

    /** The one revision with one audit row that says what the changed row says. */
    private static long revision(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select a.rev, a.revtype = 0 and a.note = c.note and a.amount::text = c.amount::text
                       and a.seen_at = c.seen_at and r.kind = 'ADMINISTRATION' and r.request_number is null
                from canary_aud a join canary c on c.id = a.id join revision r on r.number = a.rev where a.id = ?""")) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                require(rows.next(), "a change left no audit row");
                require(rows.getBoolean(2), "the audit row is not what was changed");
                var revision = rows.getLong(1);
                require(!rows.next(), "a change left several audit rows");
                return revision;
            }
        }
    }

    private boolean isSigned(SealRecord seal) {
        var key = chain.key();
        return key == null
                ? seal.signature() == null
                : key.open().id().equals(seal.keyId())
                        && key.open()
                                .verifies(
                                        seal.text().getBytes(StandardCharsets.UTF_8),
                                        Objects.requireNonNull(seal.signature()));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
