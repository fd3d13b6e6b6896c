package kz.zhospar.notification.internal;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is done by the clock, by one node at a time. */
@Component
class NotificationJobs {

    private final Retries retries;
    private final Digests digests;

    NotificationJobs(Retries retries, Digests digests) {
        this.retries = retries;
        this.digests = digests;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    @SchedulerLock(name = "notification-retries", lockAtMostFor = "PT10M")
    void retry() {
        retries.resubmit();
    }

    /** Often, so that a digest is made up for when the application was down at its hour. */
    @Scheduled(cron = "0 */10 * * * *", zone = "Asia/Almaty")
    @SchedulerLock(name = "notification-digests", lockAtMostFor = "PT30M")
    void putDownDigests() {
        digests.putDown();
    }
}
