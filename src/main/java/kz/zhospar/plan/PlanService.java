package kz.zhospar.plan;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.internal.CurrentPlan;
import kz.zhospar.plan.internal.PlanStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The approved plan. Anybody may read it; it changes only as a part of an approved change request. */
@Service
public class PlanService {

    private final CurrentPlan current;
    private final PlanStore store;

    PlanService(CurrentPlan current, PlanStore store) {
        this.current = current;
        this.store = store;
    }

    /** The approved plan as it is now, from memory. */
    @PermitAll
    public PlanSnapshot current() {
        return current.get();
    }

    /**
     * Applies an approved set of changes, whole, in the running transaction; everybody reads the new plan after its
     * commit, on this node at once, on the others as soon as they hear of it. Each node then tells its topic
     * {@code plan}.
     *
     * @throws StalePlanException when a value has moved since the changes were made
     * @throws InvalidChanges when the plan, as it has become since, cannot take them
     */
    @RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE})
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(Collection<? extends Change> changes) {
        store.lock();
        // Each request was judged when it was submitted; another one may have been applied since.
        var next = Changes.apply(store.readAll(), changes);
        var violations = PlanRules.check(next, changes);
        if (!violations.isEmpty()) {
            throw new InvalidChanges(violations);
        }
        store.apply(changes);
        current.announce();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                current.advance(next);
            }
        });
    }
}
