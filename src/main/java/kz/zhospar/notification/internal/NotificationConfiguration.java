package kz.zhospar.notification.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolExecutorFactoryBean;

/** The settings of mail and the threads that send it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationConfiguration {

    static final String MAIL_THREADS = "mailThreads";

    private static final int THREADS = 2;
    private static final int WAITING = 1000;
    private static final int SECONDS_AT_STOP = 3;

    /**
     * No Spring {@code TaskExecutor} and no candidate for anything else: the application's own executor and Vaadin's
     * choice of it stay as they are. What does not fit in the queue, or is dropped from it at a stop, is still recorded
     * and so tried again.
     */
    @Bean(name = MAIL_THREADS, defaultCandidate = false)
    ThreadPoolExecutorFactoryBean mailThreads() {
        var threads = new ThreadPoolExecutorFactoryBean();
        threads.setCorePoolSize(THREADS);
        threads.setMaxPoolSize(THREADS);
        threads.setQueueCapacity(WAITING);
        threads.setThreadNamePrefix("mail-");
        threads.setAwaitTerminationSeconds(SECONDS_AT_STOP);
        return threads;
    }
}
