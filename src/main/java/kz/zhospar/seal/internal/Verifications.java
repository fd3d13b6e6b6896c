package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.zhospar.audit.PlanReplay;
import kz.zhospar.live.Signals;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.PastVerification;
import kz.zhospar.seal.SealService;
import kz.zhospar.seal.Verification;
import kz.zhospar.seal.VerificationStep;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies, tells how far it has come, and keeps what was found. */
@Component
public class Verifications {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

    /** So many faults are kept with a verification; who wants all of them verifies again. */
    private static final int KEPT = 1000;

    private final Chain chain;
    private final PlanReplay replay;
    private final Signals signals;

    private @Nullable VerificationStep running;
    private boolean failed;

    Verifications(Chain chain, PlanReplay replay, Signals signals) {
        this.chain = chain;
        this.replay = replay;
        this.signals = signals;
    }

    public Verification verify(@Nullable String account) {
        var verification = run(_ -> {});
        chain.with(connection -> keep(connection, verification, account));
        signals.send(SealService.TOPIC, "verified");
        return verification;
    }

    /** Begins on a thread of its own, unless one is running on this node. */
    public synchronized void begin(@Nullable String account) {
        if (running == null) {
            failed = false;
            running = new VerificationStep(VerificationStep.Part.CHAIN, "", 0);
            Thread.ofVirtual().name("verification").start(() -> work(account));
        }
    }

    private void work(@Nullable String account) {
        var succeeded = false;
        try {
            var verification = run(this::progress);
            chain.with(connection -> keep(connection, verification, account));
            succeeded = true;
        } catch (RuntimeException e) {
            LOG.error("Проверка печати прервана", e);
        } finally {
            end(!succeeded);
        }
    }

    private synchronized void end(boolean failed) {
        this.failed = failed;
        running = null;
        signals.tellHere(SealService.TOPIC, "verified");
    }

    private void progress(VerificationStep step) {
        synchronized (this) {
            running = step;
        }
        signals.tellHere(SealService.TOPIC, "progress");
    }

    /** How far the verification has come that runs on this node. */
    public synchronized Optional<VerificationStep> running() {
        return Optional.ofNullable(running);
    }

    /** Whether the last one broke off. */
    public synchronized boolean hasFailed() {
        return failed;
    }

    private Verification run(Consumer<VerificationStep> progress) {
        return chain.with(first -> chain.with(second -> {
            try {
                return new Verifier(first, second, chain.outside(), progress).verify(replay);
            } finally {
                first.rollback();
                second.rollback();
            }
        }));
    }

    private static boolean keep(Connection connection, Verification verification, @Nullable String account)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into seal_verification values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            fill(statement, verification, account);
            return statement.execute();
        }
    }

    private static void fill(PreparedStatement statement, Verification verification, @Nullable String account)
            throws SQLException {
        var counts = verification.counts();
        statement.setObject(1, UUID.randomUUID());
        statement.setObject(2, verification.at().atOffset(ZoneOffset.UTC));
        statement.setString(3, account);
        statement.setLong(4, counts.seals());
        statement.setLong(5, counts.rows());
        statement.setLong(6, counts.unsealed());
        statement.setLong(7, counts.live());
        statement.setLong(8, counts.replayed());
        statement.setLong(
                9,
                counts.sealTime()
                        .plus(counts.liveTime())
                        .plus(counts.replayTime())
                        .toMillis());
        statement.setLong(10, verification.found());
        statement.setString(
                11,
                verification.faults().stream()
                        .limit(KEPT)
                        .map(fault -> "%s\t%s\t%d\t%s"
                                .formatted(fault.kind(), fault.table(), fault.revision(), fault.rowKey()))
                        .collect(Collectors.joining("\n")));
    }

    public Optional<PastVerification> last() {
        return chain.with(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select * from seal_verification order by verified_at desc limit 1")) {
                return rows.next() ? Optional.of(read(rows)) : Optional.<PastVerification>empty();
            }
        });
    }

    private static PastVerification read(ResultSet row) throws SQLException {
        return new PastVerification(
                row.getObject("verified_at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getLong("seals"),
                row.getLong("rows"),
                row.getLong("unsealed"),
                row.getLong("live"),
                row.getLong("replayed"),
                Duration.ofMillis(row.getLong("milliseconds")),
                row.getLong("found"),
                faults(row.getString("faults")));
    }

    private static List<Fault> faults(String text) {
        return text.lines()
                .map(line -> line.split("\t", 4))
                .map(parts -> new Fault(Fault.Kind.valueOf(parts[0]), parts[1], Long.parseLong(parts[2]), parts[3]))
                .toList();
    }
}
