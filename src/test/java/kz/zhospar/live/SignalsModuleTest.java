package kz.zhospar.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import kz.zhospar.live.internal.Listening;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ZhosparTest
class SignalsModuleTest {

    private static final String TOPIC = "signals-test";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Signals signals;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> here = new CopyOnWriteArrayList<>();
    private final List<String> there = new CopyOnWriteArrayList<>();
    private Signals otherNode;
    private AutoCloseable listening;

    @BeforeEach
    void startAnotherNode() {
        otherNode = Nodes.signals(context);
        otherNode.on(TOPIC, there::add);
        otherNode.start();
        await().until(() -> there.contains(Signals.MISSED));
        there.clear();
        listening = signals.on(TOPIC, here::add);
    }

    @AfterEach
    void stopIt() throws Exception {
        listening.close();
        otherNode.stop();
    }

    @Test
    void reachesEveryNodeOnceAndInOrder() {
        for (var number = 1; number <= 20; number++) {
            signals.send(TOPIC, "№ " + number);
        }
        await().until(() -> there.size() == 20 && here.size() == 20);
        assertThat(there).startsWith("№ 1", "№ 2").endsWith("№ 20").doesNotHaveDuplicates();
        assertThat(here).containsExactlyElementsOf(there);
    }

    @Test
    void waitsForTheCommit() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            signals.send(TOPIC, "inside");
            otherNode.send(TOPIC, "inside too");
            inAnotherThread(() -> signals.send(TOPIC, "outside"));
            await().until(() -> there.contains("outside"));
            assertThat(there).containsExactly("outside");
        });
        await().until(() -> there.size() == 3);
        assertThat(there).containsExactly("outside", "inside", "inside too");
    }

    @Test
    void saysNothingOfWhatIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            signals.send(TOPIC, "never");
            status.setRollbackOnly();
        });
        signals.send(TOPIC, "next");
        await().until(() -> there.contains("next"));
        assertThat(there).containsExactly("next");
    }

    @Test
    void tellsListenersThatTheyMayHaveMissedSomethingAfterTheConnectionBroke() {
        breakConnections();
        await().until(() -> here.contains(Signals.MISSED) && there.contains(Signals.MISSED));
        signals.send(TOPIC, "again");
        await().until(() -> here.contains("again") && there.contains("again"));
    }

    @Test
    void goesOnTellingAListenerThatFailed() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var _ = signals.on(TOPIC, message -> {
            heard.add(message);
            throw new IllegalStateException("as tests do");
        })) {
            signals.send(TOPIC, "one");
            signals.send(TOPIC, "two");
            await().until(() -> heard.size() == 2);
        }
        signals.send(TOPIC, "three");
        await().until(() -> here.contains("three"));
        assertThat(heard).containsExactly("one", "two");
    }

    @Test
    void keepsNobodyWaitingForASlowListener() throws Exception {
        var end = new CountDownLatch(1);
        try (var _ = signals.on(TOPIC, _ -> waitFor(end))) {
            signals.send(TOPIC, "quick");
            await().until(() -> here.contains("quick"));
        } finally {
            end.countDown();
        }
    }

    @Test
    void refusesWhatIsNoShortMessage() {
        assertThatIllegalArgumentException().isThrownBy(() -> signals.send(TOPIC, "ә".repeat(4000)));
        assertThatIllegalArgumentException().isThrownBy(() -> signals.send("two words", "1"));
    }

    @Test
    void endsItsThreadAndConnectionWhenStopped() {
        var before = connections();
        otherNode.stop();
        assertThat(otherNode.isRunning()).isFalse();
        await().until(() -> connections() == before - 1);
        otherNode.start();
        await().until(() -> connections() == before);
    }

    private long connections() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where application_name = ? and datname = current_database()
                        """).param(Listening.CONNECTION_NAME).query(Long.class).single();
    }

    private void breakConnections() {
        jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = ? and datname = current_database()
                        """).param(Listening.CONNECTION_NAME).query().listOfRows();
    }

    private static void inAnotherThread(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
