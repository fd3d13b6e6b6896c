package kz.zhospar.identity.internal;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the sessions of pages that are open though nobody presses anything, each node its own. */
class SessionSweeper extends RepeatedWork {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSweeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    /** Two signs of life of an open page. */
    private static final Duration USED = Duration.ofMinutes(2);

    private final OpenSessions open;
    private final Renewal renewal;
    private final Clock clock;

    SessionSweeper(OpenSessions open, Renewal renewal, Clock clock) {
        super("session-renewal", EVERY, EVERY);
        this.open = open;
        this.renewal = renewal;
        this.clock = clock;
    }

    @Override
    void work() {
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
}
