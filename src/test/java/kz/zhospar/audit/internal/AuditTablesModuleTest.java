package kz.zhospar.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanArbitraries;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.StoredPlan;
import kz.zhospar.plan.StoredRow;
import kz.zhospar.plan.internal.CurrentPlan;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.testing.Statements;
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
import org.hibernate.envers.AuditReaderFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was recorded as it was made is what the audit tables tell of it, whatever has happened since. */
class AuditTablesModuleTest {

    private static final Set<ItemType> REWRITTEN =
            Set.of(ItemType.INDICATOR, ItemType.SERIES, ItemType.ACTION, ItemType.FUNDING);
    private static final Set<Attribute> WORDS = Set.of(Attribute.TITLE, Attribute.ABBREVIATION);
    /** Random ones would refer to what there is not, or twice to the same source. */
    private static final Set<Attribute> KEPT = Set.of(Attribute.EXECUTORS, Attribute.FUNDING_SOURCE);

    private static ConfigurableApplicationContext context;

    /** The plan as each revision left it. */
    private static final TreeMap<Long, Map<ItemRef, Item>> RECORDED = new TreeMap<>();

    @BeforeContainer
    static void start() {
        context = new SpringApplicationBuilder(ZhosparApplication.class, Statements.class)
                .run(
                        "--spring.datasource.url=" + TestDatabase.newDatabase(),
                        "--spring.datasource.username=zhospar",
                        "--zhospar.plan=classpath:plan/tiny/",
                        "--zhospar.schedule=off",
                        "--server.port=0");
        RECORDED.put(plans().current().revision(), plan());
    }

    @AfterContainer
    static void stop() {
        context.close();
    }

    @Provide
    Arbitrary<List<Item>> states() {
        var refs = new ArrayList<>(plan().keySet().stream()
                .filter(ref -> ref.type() != ItemType.PLAN)
                .sorted()
                .toList());
        REWRITTEN.forEach(type ->
                Stream.of(1, 2).forEach(copy -> refs.add(new ItemRef(type, new UUID(type.ordinal() + 1, copy)))));
        return Arbitraries.of(refs)
                .flatMap(PlanArbitraries::items)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void tellsOfEveryRevisionWhatWasRecordedAsItWasMade(@ForAll("states") List<Item> states, @ForAll long any)
            throws Exception {
        var next = new HashMap<>(plan());
        states.forEach(state -> merge(next, state));
        if (apply(PlanDiff.between(plan(), next))) {
            assertThatTheTablesTell(RECORDED.lastKey());
        }
        var revisions = List.copyOf(RECORDED.keySet());
        assertThatTheTablesTell(revisions.get(Math.floorMod(any, revisions.size())));
    }

    @Example
    void readsAnyRevisionWithOneStatementForEachTable() throws Exception {
        var one = new ItemRef(ItemType.ACTION, UUID.randomUUID());
        for (int i = 0; i < 5; i++) {
            var next = new HashMap<>(plan());
            next.put(one, item(one, "Шаг " + i));
            apply(PlanDiff.between(plan(), next));
        }
        assertThat(List.of(RECORDED.firstKey(), RECORDED.lastKey())).allSatisfy(revision -> {
            var statements = context.getBean(Statements.class).during(() -> reading(() -> tables().planAt(revision)));
            assertThat(statements).hasSize(StoredPlan.kinds().size()).allMatch(sql -> sql.contains("recursive"));
        });
    }

    @Example
    void findsThePlanOfAnInstantAmongMany() {
        var archive = context.getBean(PlanArchive.class);
        RECORDED.forEach((revision, items) -> {
            var found = archive.atRevision(revision).orElseThrow();
            assertThat(found.items()).isEqualTo(items);
            assertThat(archive.at(found.asOf())).hasValue(found);
            assertThat(archive.at(found.asOf().minusNanos(1000)).map(before -> before.revision()))
                    .isEqualTo(archive.before(revision).map(before -> before.revision()));
        });
    }

    private static void assertThatTheTablesTell(long revision) throws Exception {
        var told = reading(() -> tables().planAt(revision));
        assertThat(told).isEqualTo(RECORDED.get(revision));
        assertThat(told).isEqualTo(reading(() -> toldByEnvers(revision)));
    }

    private static Map<ItemRef, Item> toldByEnvers(long revision) {
        var reader = AuditReaderFactory.get(context.getBean(EntityManager.class));
        return StoredPlan.assemble(StoredPlan.kinds().stream().flatMap(kind -> {
            List<?> rows = reader.createQuery()
                    .forEntitiesAtRevision(kind.rows(), revision)
                    .getResultList();
            return rows.stream().map(StoredRow.class::cast);
        }));
    }

    /** Makes the item what it is to become, or takes it out where nothing refers to it. */
    private static void merge(Map<ItemRef, Item> plan, Item state) {
        var before = plan.get(state.ref());
        if (before != null && state.hashCode() % 3 == 0 && !isReferredTo(before, plan.values())) {
            plan.remove(state.ref());
        } else {
            model(plan, state.ref())
                    .map(model -> merged(model, state))
                    .filter(item -> refersToWhatThereIs(item, plan))
                    .ifPresent(item -> plan.put(item.ref(), item));
        }
    }

    /** What the item keeps: of itself, of itself as it once was, or of another one. */
    private static Optional<Item> model(Map<ItemRef, Item> plan, ItemRef ref) {
        return Optional.ofNullable(plan.get(ref))
                .or(() -> Optional.ofNullable(RECORDED.firstEntry().getValue().get(ref)))
                .or(() -> plan.values().stream()
                        .filter(item -> item.ref().type() == ref.type() && ref.type() != ItemType.FUNDING)
                        .findFirst());
    }

    private static Item merged(Item model, Item state) {
        var merged = Item.of(state.ref());
        model.values().forEach((field, value) -> {
            if (!isRandom(state.ref().type(), field.attribute())) {
                merged.put(field, value);
            }
        });
        state.values().forEach((field, value) -> {
            if (isRandom(state.ref().type(), field.attribute())) {
                merged.put(field, value);
            }
        });
        return merged.build();
    }

    private static boolean isRandom(ItemType type, Attribute attribute) {
        return REWRITTEN.contains(type)
                ? attribute.type() != UUID.class && !KEPT.contains(attribute)
                : WORDS.contains(attribute);
    }

    private static boolean isReferredTo(Item item, Collection<Item> items) {
        return items.stream()
                .flatMap(AuditTablesModuleTest::references)
                .anyMatch(item.ref().id()::equals);
    }

    private static boolean refersToWhatThereIs(Item item, Map<ItemRef, Item> plan) {
        var ids = plan.keySet().stream().map(ItemRef::id).collect(Collectors.toSet());
        return references(item).allMatch(ids::contains);
    }

    private static Stream<UUID> references(Item item) {
        return item.values().values().stream().flatMap(value -> switch (value) {
            case UUID id -> Stream.of(id);
            case Executors executors -> executors.list().stream().map(Executors.Executor::body);
            default -> Stream.of();
        });
    }

    private static Item item(ItemRef action, String text) {
        var goal = plans().current().tree().goals().findFirst().orElseThrow();
        return Item.of(action)
                .put(Attribute.PARENT, goal.ref().id())
                .put(Attribute.OFFICIAL_TEXT, text)
                .build();
    }

    private static boolean apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return false;
        }
        transaction().executeWithoutResult(_ -> {
            RevisionNote.describe(RevisionKind.APPLY, 1L, "Случайные изменения");
            context.getBean(PlanStore.class).apply(changes);
        });
        context.getBean(CurrentPlan.class).reload();
        RECORDED.put(plans().current().revision(), plan());
        return true;
    }

    private static <T> T reading(Callable<T> work) throws Exception {
        return transaction().execute(_ -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    private static AuditTables tables() {
        return context.getBean(AuditTables.class);
    }

    private static PlanService plans() {
        return context.getBean(PlanService.class);
    }

    private static Map<ItemRef, Item> plan() {
        return plans().current().items();
    }
}
