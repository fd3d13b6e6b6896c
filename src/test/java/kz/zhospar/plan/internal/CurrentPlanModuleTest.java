package kz.zhospar.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.zhospar.live.Nodes;
import kz.zhospar.live.Signals;
import kz.zhospar.revision.Revisions;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.PlanChangeTest;
import kz.zhospar.testing.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
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

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Signals otherSignals;
    private CurrentPlan there;

    @BeforeEach
    void startAnotherNode() {
        otherSignals = Nodes.signals(context);
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
    void catchesUpAfterTheConnectionWasBroken() {
        otherSignals.stop();
        new Drafts(context).applied("ugm", "Пока связи не было");
        assertThat(there.get().revision()).isLessThan(here.get().revision());

        otherSignals.start();
        await().until(() -> there.get().revision() == here.get().revision());
    }

    @Test
    void staysAsItIsWhenNothingWasApplied() {
        var plan = there.get();
        new Drafts(context).submitted("ugm", "Ещё не решено");
        there.refresh();
        assertThat(there.get()).isSameAs(plan);
        assertThat(told).isEmpty();
    }
}
