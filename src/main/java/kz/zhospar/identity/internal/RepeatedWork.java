package kz.zhospar.identity.internal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that each node does over and over on a thread of its own, from the start of the application to its end. */
abstract class RepeatedWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService working;

    RepeatedWork(String name, Duration first, Duration every) {
        this.name = name;
        this.first = first;
        this.every = every;
    }

    /** Once more; what is thrown ends all further work. */
    abstract void work();

    /** Does something on the same thread, unless the application stops. */
    void soon(Runnable task) {
        var running = working;
        if (running != null) {
            try {
                running.execute(task);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping", e);
            }
        }
    }

    @Override
    public void start() {
        var scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        scheduler.scheduleWithFixedDelay(this::work, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        working = scheduler;
    }

    @Override
    public void stop() {
        var running = working;
        if (running != null) {
            running.shutdownNow();
            working = null;
        }
    }

    @Override
    public boolean isRunning() {
        return working != null;
    }
}
