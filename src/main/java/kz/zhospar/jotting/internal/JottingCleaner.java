package kz.zhospar.jotting.internal;

import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what nobody has come back to. */
@Component
public class JottingCleaner {

    private static final Duration KEPT = Duration.ofDays(90);

    private final JottingStore store;
    private final Clock clock;

    JottingCleaner(JottingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Almaty")
    @SchedulerLock(name = "jotting-cleaner")
    @Transactional
    public void clean() {
        store.findBySavedAtBefore(clock.instant().minus(KEPT)).forEach(store::delete);
    }
}
