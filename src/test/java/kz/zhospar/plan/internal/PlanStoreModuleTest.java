package kz.zhospar.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanArbitraries;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.testing.TestDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes mean the same in the tables as on the snapshot. */
class PlanStoreModuleTest {

    private static final List<ItemType> CHANGED =
            List.of(ItemType.INDICATOR, ItemType.SERIES, ItemType.ACTION, ItemType.FUNDING);
    /** What no row can be without. */
    private static final Set<Attribute> NEEDED = Set.of(Attribute.PARENT, Attribute.FUNDING_SOURCE);

    private static ConfigurableApplicationContext context;

    @BeforeContainer
    static void start() {
        context = SpringApplication.run(
                ZhosparApplication.class,
                Stream.concat(
                                Stream.of(TestDatabase.settings(TestDatabase.newDatabase())),
                                Stream.of("zhospar.plan=classpath:plan/tiny/", "server.port=0"))
                        .map("--"::concat)
                        .toArray(String[]::new));
    }

    @AfterContainer
    static void stop() {
        context.close();
    }

    @Provide
    Arbitrary<List<Change>> sets() {
        var plan = plan();
        return next(plan)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(places -> places.stream().reduce(plan, PlanStoreModuleTest::merged, (one, other) -> other))
                .map(after -> PlanDiff.between(plan, after));
    }

    /** An item as it might be after a change: another state of one that is there, a new one, or none. */
    private static Arbitrary<Item> next(Map<ItemRef, Item> plan) {
        var there = plan.keySet().stream()
                .filter(ref -> CHANGED.contains(ref.type()))
                .sorted()
                .toList();
        var refs = new ArrayList<>(there);
        CHANGED.forEach(type -> refs.add(new ItemRef(type, PlanArbitraries.id(type.ordinal() + 100))));
        return Arbitraries.of(refs)
                .flatMap(ref -> PlanArbitraries.items(ref).map(item -> complete(item, plan.get(ref))));
    }

    private static Item complete(Item item, Item before) {
        var complete = item.with(Field.of(Attribute.PARENT), PlanArbitraries.id(1));
        if (before != null) {
            for (var attribute : NEEDED) {
                if (item.ref().type().has(attribute)) {
                    complete = complete.with(Field.of(attribute), before.get(attribute));
                }
            }
        } else if (item.ref().type() == ItemType.FUNDING) {
            complete = complete.with(Field.of(Attribute.FUNDING_SOURCE), FundingSource.OTHER);
        }
        return complete;
    }

    /** Every third item goes instead of changing. */
    private static Map<ItemRef, Item> merged(Map<ItemRef, Item> plan, Item next) {
        var merged = new HashMap<>(plan);
        if (next.hashCode() % 3 == 0) {
            merged.remove(next.ref());
        } else {
            merged.put(next.ref(), next);
        }
        return merged;
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void appliesToTheTablesAsToTheSnapshot(@ForAll("sets") List<Change> changes) {
        var expected = Changes.apply(plan(), changes);
        undone(() -> {
            store().apply(changes);
            context.getBean(EntityManager.class).clear();
            assertThat(store().readAll()).isEqualTo(expected);
        });
    }

    @Example
    void appliesNothingOfASetThatIsStaleInOnePlace() {
        var series = plans().current()
                .tree()
                .goal("1.1")
                .orElseThrow()
                .series()
                .findFirst()
                .orElseThrow();
        var fresh = new Change.Edit(series.ref(), Field.of(Attribute.TARGET, 2022), null, Quantity.of("1"));
        var stale = new Change.Edit(series.ref(), Field.of(Attribute.TARGET, 2021), Quantity.of("7"), Quantity.of("8"));
        undone(() -> {
            assertThatThrownBy(() -> store().apply(List.of(fresh, stale))).isInstanceOf(StalePlanException.class);
            assertThat(store().readAll()).isEqualTo(plan());
        });
    }

    private static void undone(Runnable work) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private static Map<ItemRef, Item> plan() {
        return plans().current().items();
    }

    private static PlanService plans() {
        return context.getBean(PlanService.class);
    }

    private static PlanStore store() {
        return context.getBean(PlanStore.class);
    }
}
