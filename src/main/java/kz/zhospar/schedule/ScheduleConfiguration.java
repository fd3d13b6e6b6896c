package kz.zhospar.schedule;

import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Scheduled work: methods with {@code @Scheduled(cron = …, zone = "Asia/Almaty")} and {@code @SchedulerLock(name = …)}.
 *
 * <p>Whoever calls such a method takes its lock too, so that a job called by hand never runs beside itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableSchedulerLock(defaultLockAtMostFor = ScheduleConfiguration.LONGEST)
class ScheduleConfiguration {

    /** After so long a lock is taken to be left over from a node that went down. */
    static final String LONGEST = "PT30M";

    /** Nodes may disagree about the time of day, hence the database tells it. */
    @Bean
    LockProvider lockProvider(DataSource source) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(source))
                .usingDbTime()
                .build());
    }

    /** The clock that starts jobs. Without it they stay beans that can be called. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(ScheduleOn.class)
    @EnableScheduling
    static class Starter {}
}
