package kz.zhospar.finding.internal;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every morning: reminds bodies of the answers that they owe. */
@Component
class FindingJob {

    private final FindingNotices notices;

    FindingJob(FindingNotices notices) {
        this.notices = notices;
    }

    @Scheduled(cron = "0 30 8 * * *", zone = "Asia/Almaty")
    @SchedulerLock(name = "findings", lockAtMostFor = "PT30M", lockAtLeastFor = "PT1M")
    void remind() {
        notices.remind();
    }
}
