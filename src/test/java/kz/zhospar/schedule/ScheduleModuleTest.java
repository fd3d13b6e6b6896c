package kz.zhospar.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.zhospar.testing.ZhosparTest;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@ZhosparTest(properties = "zhospar.test=schedule")
@Import(ScheduleModuleTest.Job.class)
class ScheduleModuleTest {

    private static final int CALLERS = 4;
    private static final int SECONDS = 30;

    /** Holds its lock until everybody else has been turned away. */
    static class Job {
        private final AtomicInteger runs = new AtomicInteger();
        private final CountDownLatch turnedAway = new CountDownLatch(CALLERS - 1);

        @Scheduled(cron = "* * * * * *", zone = "Asia/Almaty")
        @SchedulerLock(name = "test-job")
        public void run() {
            runs.incrementAndGet();
            await(turnedAway);
        }

        public int runs() {
            return runs.get();
        }

        public void turnAway() {
            turnedAway.countDown();
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource source;

    @Autowired
    private LockProvider locks;

    @Autowired
    private Job job;

    @Test
    void doesWorkOnceWhenSeveralNodesStartItAtTheSameMoment() throws Exception {
        var another = new ScheduleConfiguration().lockProvider(source);
        var turnedAway = new CountDownLatch(CALLERS - 1);
        var runs = new AtomicInteger();

        together(caller -> {
            var node = new DefaultLockingTaskExecutor(caller % 2 == 0 ? locks : another);
            var lock = new LockConfiguration(Instant.now(), "test-nodes", Duration.ofMinutes(5), Duration.ZERO);
            node.executeWithLock((Runnable) () -> run(runs, turnedAway), lock);
            turnedAway.countDown();
        });

        assertThat(runs).hasValue(1);
    }

    @Test
    void runsAJobThatIsCalledByHandBesideItselfOnce() throws Exception {
        together(_ -> {
            job.run();
            job.turnAway();
        });

        assertThat(job.runs()).isEqualTo(1);
    }

    @Test
    void startsNothingByItselfInTests() {
        assertThat(context.getBeansOfType(ScheduledTaskHolder.class)).isEmpty();
    }

    @Test
    void startsJobsUnlessSwitchedOff() {
        var application = new ApplicationContextRunner().withUserConfiguration(ScheduleConfiguration.Starter.class);

        application.run(started -> assertThat(started).hasSingleBean(ScheduledTaskHolder.class));
        application
                .withPropertyValues("zhospar.schedule=on")
                .run(started -> assertThat(started).hasSingleBean(ScheduledTaskHolder.class));
        application
                .withPropertyValues("zhospar.schedule=off")
                .run(started -> assertThat(started).doesNotHaveBean(ScheduledTaskHolder.class));
    }

    private static void run(AtomicInteger runs, CountDownLatch turnedAway) {
        runs.incrementAndGet();
        await(turnedAway);
    }

    private static void together(IntConsumer work) throws Exception {
        var start = new CyclicBarrier(CALLERS);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var calls = IntStream.range(0, CALLERS)
                    .<Callable<Object>>mapToObj(number -> () -> {
                        start.await(SECONDS, TimeUnit.SECONDS);
                        work.accept(number);
                        return number;
                    })
                    .toList();
            assertThat(threads.invokeAll(calls)).allMatch(call -> call.state() == Future.State.SUCCESS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
