package kz.zhospar.plan.internal;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import kz.zhospar.live.Signals;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.Revisions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The approved plan in memory, read once at the start and anew after each commit that changed it, on whatever node. */
@Component
public class CurrentPlan implements InitializingBean, DisposableBean {

    /** Sent between nodes with the commit that changes the plan. */
    private static final String APPLIED = "plan.applied";

    /** Told on each node once the plan that was changed is the one that is read there; the message is its revision. */
    private static final String READ = "plan";

    private static final Logger LOG = LoggerFactory.getLogger(CurrentPlan.class);

    private final PlanStore store;
    private final PlanLoader loader;
    private final Revisions revisions;
    private final Signals signals;
    private final TransactionTemplate transaction;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable PlanSnapshot snapshot;
    private volatile boolean outdated = true;
    private @Nullable AutoCloseable listening;

    CurrentPlan(
            PlanStore store,
            PlanLoader loader,
            Revisions revisions,
            Signals signals,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.loader = loader;
        this.revisions = revisions;
        this.signals = signals;
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
        listening = signals.on(APPLIED, _ -> refresh());
    }

    @Override
    public void destroy() throws Exception {
        if (listening != null) {
            listening.close();
        }
    }

    /** Lets all nodes read the plan anew when the running transaction is committed. */
    public void announce() {
        // The revision gets its number only as the transaction ends; who hears this looks for it.
        signals.send(APPLIED, "after " + get().revision());
    }

    public PlanSnapshot get() {
        if (outdated) {
            reload();
        }
        return Objects.requireNonNull(snapshot);
    }

    /** Reads the plan as it is now committed; when several commits are near each other, the last one stays. */
    public void reload() {
        read(false);
    }

    /**
     * Reads the plan after another node's commit, unless it has been read since. The commit cannot be undone any more, so a failure
     * here is made good at the next look.
     */
    public void refresh() {
        try {
            read(true);
        } catch (RuntimeException e) {
            LOG.warn("The plan was changed but could not be read; the next to ask for it will try again", e);
        }
    }

    /**
     * Takes over the plan as the transaction that ends now has committed it. That transaction still holds its
     * connection: if it had to wait for another one to read what it knows, as many as there are connections would wait
     * for each other.
     */
    public void advance(Map<ItemRef, Item> items) {
        var revision = revisions.written().orElseThrow();
        put(new PlanSnapshot(revision.number(), revision.at().truncatedTo(ChronoUnit.MICROS), items));
    }

    private void read(boolean ifMoved) {
        reading.lock();
        try {
            var before = snapshot;
            put(Objects.requireNonNull(transaction.execute(_ -> committed(ifMoved ? before : null))));
            outdated = false;
        } catch (RuntimeException e) {
            outdated = true;
            throw e;
        } finally {
            reading.unlock();
        }
    }

    /** Whoever comes late with an earlier plan changes nothing. */
    private void put(PlanSnapshot next) {
        var before = swap(next);
        if (before != null && before.revision() < next.revision()) {
            signals.tellHere(READ, String.valueOf(next.revision()));
        }
    }

    /** The same revision read once more says nothing new, and the one that others hold already stays. */
    private synchronized @Nullable PlanSnapshot swap(PlanSnapshot next) {
        var before = snapshot;
        if (before == null || before.revision() < next.revision()) {
            snapshot = next;
        }
        return before;
    }

    private PlanSnapshot committed(@Nullable PlanSnapshot known) {
        var last = revisions.lastOfPlan().orElseThrow();
        return known != null && known.revision() == last.number()
                ? known
                : new PlanSnapshot(last.number(), last.at(), store.readAll());
    }
}
