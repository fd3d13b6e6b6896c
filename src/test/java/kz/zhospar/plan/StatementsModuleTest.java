package kz.zhospar.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.internal.CurrentPlan;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.plan.internal.Tables;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a database of its own, because it changes the plan. */
@ZhosparTest(properties = "zhospar.test=statements")
class StatementsModuleTest {

    private static final int MORE = 200;

    @Autowired
    private CurrentPlan current;

    @Autowired
    private PlanStore store;

    @Autowired
    private PlanArchive archive;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Statements statements;

    @Test
    void readsTheWholePlanInOneStatementForEachTableHoweverLargeThePlan() throws Exception {
        var size = current.get().items().size();
        var reading = statements.during(store::readAll);
        var reload = statements.during(current::reload);
        assertThat(reading).hasSize(Tables.ALL.size());
        // One more finds the revision that the rows are of.
        assertThat(reload).hasSize(Tables.ALL.size() + 1).containsAll(reading);

        grow();

        assertThat(statements.during(current::reload)).containsExactlyElementsOf(reload);
        assertThat(statements.during(store::readAll)).containsExactlyElementsOf(reading);
        assertThat(current.get().items()).hasSize(size + 3 * MORE);
    }

    @Test
    void readsAPastPlanInAsManyStatementsAsASmallerOne() throws Exception {
        grow();
        current.reload();
        var smaller = current.get();
        grow();
        current.reload();
        var larger = current.get();
        grow();
        current.reload();

        var few = statements.during(() -> archive.atRevision(smaller.revision()).orElseThrow());
        var many = statements.during(() -> archive.atRevision(larger.revision()).orElseThrow());

        assertThat(larger.items()).hasSize(smaller.items().size() + 3 * MORE);
        assertThat(archive.atRevision(larger.revision()).orElseThrow().items()).isEqualTo(larger.items());
        assertThat(many).hasSameSizeAs(few).hasSizeGreaterThan(Tables.ALL.size());
    }

    /** Adds actions, and indicators with their rows, values and executors, the same number of each. */
    private void grow() {
        var goal = current.get().tree().goals().findFirst().orElseThrow().ref().id();
        var bodies = current.get().tree().bodies();
        var executors = new Executors(List.of(
                new Executors.Executor(bodies.getFirst().ref().id(), false),
                new Executors.Executor(bodies.getLast().ref().id(), true)));
        var before = current.get().items().size();
        var items = IntStream.rangeClosed(1, MORE)
                .boxed()
                .flatMap(number -> {
                    var indicator = item(ItemType.INDICATOR, goal, before + number);
                    return List.of(
                            item(ItemType.ACTION, goal, before + number),
                            indicator,
                            item(ItemType.SERIES, indicator.ref().id(), 1)
                                    .with(Field.of(Attribute.EXECUTORS), executors)
                                    .with(Field.of(Attribute.TARGET, 2023), Quantity.of("1.50"))
                                    .with(Field.of(Attribute.ACTUAL, 2023), Quantity.DASH))
                            .stream();
                })
                .map(Change.Add::new)
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            RevisionNote.describe(RevisionKind.APPLY, null, "A larger plan");
            store.apply(items);
        });
    }

    private static Item item(ItemType type, UUID parent, int number) {
        var values = new TreeMap<Field, Object>(Map.of(
                Field.of(Attribute.PARENT), parent,
                Field.of(Attribute.NUMBER), number,
                Field.of(Attribute.TITLE), LocalizedText.of("№ " + number)));
        return new Item(new ItemRef(type, UUID.randomUUID()), values);
    }
}
