package kz.zhospar.seal.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import kz.zhospar.common.Sampled;
import kz.zhospar.seal.CanaryState;
import kz.zhospar.seal.SealRecord;
import org.springframework.stereotype.Component;

/** How old the last seal and the last proof of the audit are, and what came of that proof on this node. */
@Component
class SealMeters implements MeterBinder {

    private record Figures(double secondsSinceSeal, double unsealed) {}

    private final Chain chain;
    private final Canary canary;
    private final Sampled<Figures> figures = new Sampled<>(this::read);

    SealMeters(Chain chain, Canary canary) {
        this.chain = chain;
        this.canary = canary;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder("zhospar.seal.age", figures, TimeUnit.SECONDS, all -> all.get(Figures::secondsSinceSeal))
                .description("Since the last seal was made; none is made where nothing has changed")
                .register(registry);
        Gauge.builder("zhospar.seal.waiting", figures, all -> all.get(Figures::unsealed))
                .description("Revisions that have no seal yet; more than a few minutes of it is a fault")
                .register(registry);
        TimeGauge.builder("zhospar.audit.proof.age", canary, TimeUnit.SECONDS, SealMeters::secondsSinceProof)
                .description("Since it was last proved that changes are audited and sealed")
                .register(registry);
        Gauge.builder("zhospar.audit.well", canary, SealMeters::wellness)
                .description("1 when the last proof succeeded, 0 when it failed")
                .register(registry);
    }

    private static double secondsSinceProof(Canary canary) {
        return canary.state().map(state -> secondsSince(state.at())).orElse(Double.NaN);
    }

    private static double wellness(Canary canary) {
        return canary.state()
                .map(CanaryState::isWell)
                .map(well -> well ? 1.0 : 0.0)
                .orElse(Double.NaN);
    }

    private static double secondsSince(Instant instant) {
        return Duration.between(instant, Instant.now()).toSeconds();
    }

    private Figures read() {
        return chain.with(connection -> new Figures(
                SealTable.head(connection)
                        .map(SealRecord::sealedAt)
                        .map(SealMeters::secondsSince)
                        .orElse(Double.NaN),
                unsealed(connection)));
    }

    private static long unsealed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(*) from revision where number >
                        coalesce((select max(revision) from seal_leaf where table_name = 'revision'), 0)""")) {
            row.next();
            return row.getLong(1);
        }
    }
}
