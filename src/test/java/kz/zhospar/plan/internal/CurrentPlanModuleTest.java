package kz.zhospar.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.zhospar.live.Nodes;
import kz.zhospar.live.Signals;
import kz.zhospar.live.internal.Listening;
import kz.zhospar.revision.Revisions;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.PlanChangeTest;
import kz.zhospar.testing.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The plan in the memory of a second node. */
@PlanChangeTest
class CurrentPlanModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CurrentPlan here;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Network network = new Network();
    private Signals otherSignals;
    private CurrentPlan there;

    @BeforeEach
    void startAnotherNode() {
        otherSignals = Nodes.signals(context, network);
        there = new CurrentPlan(
                context.getBean(PlanStore.class),
                context.getBean(PlanLoader.class),
                context.getBean(Revisions.class),
                otherSignals,
                context.getBean(PlatformTransactionManager.class));
        there.afterPropertiesSet();
        otherSignals.on("plan", message -> told.add(there.get().revision() + " for " + message));
        otherSignals.start();
        await().until(() -> !told.isEmpty());
        told.clear();
    }

    @AfterEach
    void stopIt() throws Exception {
        there.destroy();
        otherSignals.stop();
    }

    @Test
    void readsOnAnotherNodeWhatWasApplied() {
        var before = there.get();
        new Drafts(context).applied("ugm", "На другом узле");

        assertThat(here.get().revision()).isGreaterThan(before.revision());
        await().until(() -> there.get().revision() == here.get().revision());
        assertThat(there.get().items()).isEqualTo(here.get().items());
        await().until(() -> !told.isEmpty());
        // Whoever is told reads the new plan already.
        assertThat(told).containsExactly("%1$d for %1$d".formatted(here.get().revision()));
    }

    @Test
    void readsItOnceOnTheNodeThatAppliedIt() throws Exception {
        new Drafts(context).applied("ugm", "На том же узле");
        var plan = here.get();

        assertThat(statements.during(here::refresh)).hasSize(1);
        assertThat(statements.during(here::get)).isEmpty();
        assertThat(here.get()).isSameAs(plan);
    }

    @Test
    void catchesUpWithWhatWasAppliedWhileItsConnectionWasCut() {
        var before = there.get().revision();
        network.cut = true;
        assertThat(breakConnections()).isPositive();
        new Drafts(context).applied("ugm", "Пока связи не было");
        var after = here.get().revision();
        assertThat(after).isGreaterThan(before);
        assertThat(there.get().revision()).isEqualTo(before);
        assertThat(told).isEmpty();

        network.cut = false;
        await().until(() -> told.contains("%1$d for %1$d".formatted(after)));
        assertThat(told).as("screens are told to read anew").anyMatch(message -> message.endsWith(" for "));
        assertThat(there.get().items()).isEqualTo(here.get().items());
    }

    @Test
    void staysAsItIsWhenNothingWasApplied() {
        var plan = there.get();
        new Drafts(context).submitted("ugm", "Ещё не решено");
        there.refresh();
        assertThat(there.get()).isSameAs(plan);
        assertThat(told).isEmpty();
    }

    /** Ends the connections on which nodes listen, and says how many there were once they are gone. */
    private long breakConnections() {
        return jdbc.sql("""
                        select count(*) filter (where pg_terminate_backend(pid, 5000)) from pg_stat_activity
                        where application_name = ? and datname = current_database()
                        """).param(Listening.CONNECTION_NAME).query(Long.class).single();
    }

    /** The way on which the other node listens; while it is cut nothing answers there. */
    private final class Network implements JdbcConnectionDetails {

        private volatile boolean cut;

        @Override
        public String getJdbcUrl() {
            return cut ? "jdbc:postgresql://localhost:1/cut" : details().getJdbcUrl();
        }

        @Override
        public String getUsername() {
            return details().getUsername();
        }

        @Override
        public String getPassword() {
            return details().getPassword();
        }

        private JdbcConnectionDetails details() {
            return context.getBean(JdbcConnectionDetails.class);
        }
    }
}
