package kz.zhospar.plan.internal;

import kz.zhospar.identity.KnownKeys;
import org.springframework.stereotype.Component;

/** The bodies and curators of the approved plan. */
@Component
class PlanKeys implements KnownKeys {
    private final CurrentPlan plan;

    PlanKeys(CurrentPlan plan) {
        this.plan = plan;
    }

    @Override
    public boolean isBody(String key) {
        return plan.get().tree().body(key).isPresent();
    }

    @Override
    public boolean isCurator(String key) {
        return plan.get().tree().curators().stream()
                .anyMatch(curator -> curator.key().equals(key));
    }
}
