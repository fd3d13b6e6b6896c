package kz.zhospar.reporting.internal;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every morning: announces the periods that open, and reminds those who have not submitted by the due day. */
@Component
public class CampaignJob {

    private final Campaigns campaigns;
    private final CampaignNotices notices;

    CampaignJob(Campaigns campaigns, CampaignNotices notices) {
        this.campaigns = campaigns;
        this.notices = notices;
    }

    @Scheduled(cron = "0 30 8 * * *", zone = "Asia/Almaty")
    @SchedulerLock(name = "reporting-periods", lockAtMostFor = "PT30M", lockAtLeastFor = "PT1M")
    @Transactional
    public void tell() {
        campaigns.findAllByOrderByDueDescNumberDesc().forEach(notices::tell);
    }
}
