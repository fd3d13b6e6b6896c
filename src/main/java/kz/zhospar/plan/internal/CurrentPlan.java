package kz.zhospar.plan.internal;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.Revisions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The approved plan in memory, read once at the start and anew after each commit that changed it. */
@Component
public class CurrentPlan implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentPlan.class);

    private final PlanStore store;
    private final PlanLoader loader;
    private final Revisions revisions;
    private final TransactionTemplate transaction;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable PlanSnapshot snapshot;
    private volatile boolean outdated = true;

    CurrentPlan(PlanStore store, PlanLoader loader, Revisions revisions, PlatformTransactionManager transactions) {
        this.store = store;
        this.loader = loader;
        this.revisions = revisions;
        this.transaction = new TransactionTemplate(transactions);
        // A reload runs after another transaction's commit and must not take part in what is left of it.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // The rows and the revision that they belong to have to be of one moment.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(_ -> {
            if (revisions.lastOfPlan().isEmpty()) {
                loader.load();
            }
        });
        reload();
    }

    public PlanSnapshot get() {
        if (outdated) {
            reload();
        }
        return Objects.requireNonNull(snapshot);
    }

    /** Reads the plan as it is now committed; when several commits are near each other, the last one stays. */
    public void reload() {
        reading.lock();
        try {
            snapshot = transaction.execute(_ -> read());
            outdated = false;
        } catch (RuntimeException e) {
            outdated = true;
            throw e;
        } finally {
            reading.unlock();
        }
    }

    /** Reads the plan after a commit. That cannot be undone any more, so a failure here is made good at the next look. */
    public void refresh() {
        try {
            reload();
        } catch (RuntimeException e) {
            LOG.warn("The plan was changed but could not be read; the next to ask for it will try again", e);
        }
    }

    private PlanSnapshot read() {
        var last = revisions.lastOfPlan().orElseThrow();
        return new PlanSnapshot(last.number(), last.at(), store.readAll());
    }
}
