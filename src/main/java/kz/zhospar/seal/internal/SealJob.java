package kz.zhospar.seal.internal;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals every minute what has been committed, and every hour what came later than anything should. */
@Component
public class SealJob {

    private final Chain chain;

    SealJob(Chain chain) {
        this.chain = chain;
    }

    @Scheduled(cron = "0 * * * * *", zone = "Asia/Almaty")
    @SchedulerLock(name = "seal", lockAtMostFor = "PT10M")
    public void seal() {
        chain.seal(false);
    }

    @Scheduled(cron = "30 5 * * * *", zone = "Asia/Almaty")
    @SchedulerLock(name = "seal-late", lockAtMostFor = "PT10M")
    public void sealLate() {
        chain.seal(true);
    }
}
