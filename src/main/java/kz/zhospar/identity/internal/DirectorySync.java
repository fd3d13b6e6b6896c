package kz.zhospar.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import kz.zhospar.identity.Person;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Brings the directory up to what Keycloak knows: at the start, every few minutes, and when somebody was looked for in
 * vain. What could not be read whole changes nothing.
 */
class DirectorySync extends RepeatedWork {
    private static final Logger LOG = LoggerFactory.getLogger(DirectorySync.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final KeycloakAdmin admin;
    private final Admission admission;
    private final PersonDirectory directory;
    private final Duration every;
    private final Clock clock;
    private final AtomicReference<Instant> lastStart = new AtomicReference<>(Instant.MIN);
    private @Nullable String lastTrouble;

    DirectorySync(KeycloakAdmin admin, Admission admission, PersonDirectory directory, Duration every, Clock clock) {
        super("directory", Duration.ZERO, every.compareTo(AGAIN) < 0 ? every : AGAIN);
        this.admin = admin;
        this.admission = admission;
        this.directory = directory;
        this.every = every;
        this.clock = clock;
    }

    /** What went wrong is tried again sooner. */
    @Override
    synchronized void work() {
        if (lastTrouble != null || !lastStart.get().isAfter(clock.instant().minus(every))) {
            run();
        }
    }

    /** Reads the directory anew, now. */
    synchronized void run() {
        lastStart.set(clock.instant());
        try {
            var people = new ArrayList<Person>();
            for (var account : admin.accounts()) {
                try {
                    people.add(admission.admit(account));
                } catch (AccountNotSetUp e) {
                    LOG.debug("Not in the directory: {}", e.getMessage());
                }
            }
            directory.becomes(people);
            lastTrouble = null;
        } catch (HttpClientErrorException e) {
            trouble("Keycloak does not tell who is there, so people are known once they have signed in; give the "
                    + "service account of the client the roles view-users, query-users and query-groups: "
                    + e.getStatusCode());
        } catch (RuntimeException e) {
            trouble("The directory stays as it was last read: " + e.getMessage());
        }
    }

    private void trouble(String what) {
        if (!what.equals(lastTrouble)) {
            LOG.warn(what);
            lastTrouble = what;
        }
    }

    /** Reads the directory anew soon, unless that has been done a moment ago. */
    void soon() {
        var now = clock.instant();
        var last = lastStart.get();
        if (isRunning() && last.plus(PAUSE).isBefore(now) && lastStart.compareAndSet(last, now)) {
            soon(this::run);
        }
    }

    @Override
    public void start() {
        super.start();
        directory.whenMissed(this::soon);
    }
}
