package kz.zhospar.seal.internal;

import java.util.Optional;
import kz.zhospar.seal.CanaryState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Component {@code audit} of the application's health: down while changes are not audited and sealed as they should. */
@Component
class AuditHealthIndicator implements HealthIndicator {

    private final Canary canary;

    AuditHealthIndicator(Canary canary) {
        this.canary = canary;
    }

    @Override
    public Health health() {
        return canary.state()
                .map(AuditHealthIndicator::health)
                .orElseGet(() -> Health.unknown().build());
    }

    private static Health health(CanaryState state) {
        var health = state.isWell() ? Health.up() : Health.down();
        Optional.ofNullable(state.problem()).ifPresent(problem -> health.withDetail("problem", problem));
        return health.withDetail("at", state.at()).build();
    }
}
