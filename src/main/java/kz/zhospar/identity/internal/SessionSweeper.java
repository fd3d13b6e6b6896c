package kz.zhospar.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Renews the sessions of pages that are open though nobody presses anything, each node its own. */
class SessionSweeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSweeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** Two signs of life of an open page. */
    private static final Duration USED = Duration.ofMinutes(2);

    private final OpenSessions open;
    private final Renewal renewal;
    private final Clock clock;
    private @Nullable ScheduledExecutorService sweeping;

    SessionSweeper(OpenSessions open, Renewal renewal, Clock clock) {
        this.open = open;
        this.renewal = renewal;
        this.clock = clock;
    }

    private void sweep() {
        var since = clock.instant().minus(USED);
        for (var session : open.all()) {
            try {
                if (session.isUsedSince(since)) {
                    renewal.hold(session);
                }
            } catch (RuntimeException e) {
                LOG.error("A session could not be renewed", e);
            }
        }
    }

    @Override
    public void start() {
        var scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("session-renewal").factory());
        scheduler.scheduleWithFixedDelay(this::sweep, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        sweeping = scheduler;
    }

    @Override
    public void stop() {
        if (sweeping != null) {
            sweeping.shutdownNow();
            sweeping = null;
        }
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }
}
