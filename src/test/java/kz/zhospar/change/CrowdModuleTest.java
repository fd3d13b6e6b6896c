package kz.zhospar.change;

import static kz.zhospar.change.Desk.added;
import static kz.zhospar.change.Desk.fresh;
import static kz.zhospar.change.Desk.target;
import static kz.zhospar.change.Step.AKIM_OFFICE;
import static kz.zhospar.change.Step.CURATOR;
import static kz.zhospar.change.Step.ECONOMY;
import static kz.zhospar.change.Step.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.change.internal.RequestReader;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.Review;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.testing.FixedPeople;
import kz.zhospar.testing.ZhosparTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many at once, each in a thread of his own and on a real database: what counts is that it is done once, or not. */
@ZhosparTest(
        properties = {
            "zhospar.test=crowd",
            Desk.PLAN,
            // Nobody waits for a connection before he presses; all of them meet in the database.
            "zhospar.test.connections=50",
            // Whoever waited so long for a connection would wait for good.
            "spring.datasource.hikari.connection-timeout=20000"
        })
@Import(CrowdModuleTest.Crowd.class)
class CrowdModuleTest {

    private static final int OF_EACH = 10;
    private static final int REQUESTS = 10;
    private static final int MOST_ROUNDS = 12;
    private static final Iterator<Integer> YEARS = IntStream.rangeClosed(2000, 2100)
            .filter(year -> year < 2021 || year > 2023)
            .iterator();

    /** Ten in each post, so that fifty may decide on one and the same request. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Crowd {

        @Bean
        @Primary
        People crowd() {
            var all = new ArrayList<Person>();
            for (int i = 1; i <= OF_EACH; i++) {
                all.add(one("uo-official-" + i, Role.OFFICIAL, "uo", null));
                all.add(one("uo-head-" + i, Role.HEAD, "uo", null));
                all.add(one("uk-head-" + i, Role.HEAD, "uk", null));
                all.add(one("economy-" + i, Role.ECONOMY, "ue", null));
                all.add(one("curator-" + i, Role.CURATOR, null, "amrin"));
                all.add(one("akim-office-" + i, Role.AKIM_OFFICE, "akim-office", null));
            }
            all.add(one("first-curator", Role.CURATOR, null, "abdykadyrov"));
            all.add(one("auditor", Role.AUDITOR, null, null));
            all.add(one("admin", Role.ADMIN, null, null));
            return new FixedPeople(List.copyOf(all));
        }

        private static Person one(String account, Role role, @Nullable String body, @Nullable String curator) {
            return new Person(account, account, Set.of(role), body, curator);
        }
    }

    private static List<String> approvers() {
        return Stream.of("uo-head-", "uk-head-", "economy-", "curator-", "akim-office-")
                .flatMap(post -> IntStream.rangeClosed(1, OF_EACH).mapToObj(number -> post + number))
                .toList();
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private HistoryService history;

    @Autowired
    private RequestStore requestStore;

    @Autowired
    private RequestReader reader;

    @Autowired
    private Review review;

    @Autowired
    private PlatformTransactionManager transactions;

    private Desk desk;

    @BeforeEach
    void start() {
        desk = new Desk(context);
        desk.route(HEAD, ECONOMY, CURATOR, AKIM_OFFICE);
    }

    @AfterEach
    void agreesWithTheRecord() {
        new PlanRecord(context).requireReplay();
    }

    // Fifty people

    @Test
    void appliesEachRequestOnceWhenFiftyPeopleApproveAtOnce() throws Exception {
        var parts = List.of(
                new Part(HEAD, "uo"),
                new Part(HEAD, "uk"),
                new Part(ECONOMY, null),
                new Part(CURATOR, "amrin"),
                new Part(AKIM_OFFICE, null));
        var numbers = submittedByEach(1);
        var pressed = pressUntilAllIsDone(numbers, this::approve);
        for (var number : numbers) {
            var request = desk.read(number);
            assertThat(request.state()).isEqualTo(RequestState.APPROVED);
            assertThat(request.decisions())
                    .extracting(decision -> new Part(decision.step(), decision.office()))
                    .containsExactlyInAnyOrderElementsOf(parts);
            assertThat(request.decisions())
                    .extracting(DecisionRecord::contentHash)
                    .containsOnly(request.contentHash());
            assertThat(applications(number)).hasSize(1);
            assertIsInPlan(request.changes());
            var presses =
                    pressed.stream().filter(press -> press.number() == number).toList();
            assertThat(presses).extracting(Pressed::account).containsAll(approvers());
            assertThat(presses.stream().filter(Pressed::isThrough).map(Pressed::account))
                    .as("one approval for each part, and each of them kept")
                    .containsExactlyInAnyOrderElementsOf(request.decisions().stream()
                            .map(DecisionRecord::person)
                            .toList());
        }
    }

    @Test
    void losesAndDoublesNothingWhenSomeOfThemReturnSingleChanges() throws Exception {
        var numbers = submittedByEach(4);
        var proposed =
                numbers.stream().map(number -> desk.read(number).changes()).toList();
        pressUntilAllIsDone(numbers, this::approveOrReturnOne);
        for (int i = 0; i < REQUESTS; i++) {
            var request = desk.read(numbers.get(i));
            var found = new ArrayList<>(request.changes());
            request.decisions().stream()
                    .map(DecisionRecord::splitInto)
                    .filter(Objects::nonNull)
                    .forEach(part -> found.addAll(desk.read(part).changes()));
            assertThat(found).containsExactlyInAnyOrderElementsOf(proposed.get(i));
            if (request.state() == RequestState.APPROVED) {
                assertThat(applications(request.number())).hasSize(1);
                assertIsInPlan(request.changes());
            }
        }
    }

    /** A request of each of ten authors on which every one of the fifty may decide at some step. */
    private List<Long> submittedByEach(int changes) {
        assertThat(approvers()).hasSize(50).doesNotHaveDuplicates();
        var numbers = new ArrayList<Long>();
        for (int i = 1; i <= REQUESTS; i++) {
            var author = "uo-official-" + i;
            var number = draft(author, desk.series(3, 1).ref(), years(changes));
            desk.submit(author, number);
            numbers.add(number);
        }
        return numbers;
    }

    private void approve(String account, long number) {
        desk.by(account, () -> desk.reviews().approve(number, hash(number), ""));
    }

    private void approveOrReturnOne(String account, long number) {
        var seen = desk.read(number);
        if (account.endsWith("1") && seen.changes().size() > 1) {
            var back = ItemVerdict.returned(seen.changes().getFirst(), "Уточните");
            desk.by(account, () -> desk.reviews().decide(number, seen.contentHash(), "", List.of(back)));
        } else {
            desk.by(account, () -> desk.reviews().approve(number, seen.contentHash(), ""));
        }
    }

    private interface Press {
        void on(String account, long number);
    }

    private record Pressed(String account, long number, String outcome) {
        boolean isThrough() {
            return outcome.equals("OK");
        }
    }

    /** Everybody presses on every request, all together, again and again until all are ended. */
    private List<Pressed> pressUntilAllIsDone(List<Long> numbers, Press press) throws Exception {
        var pressed = new ArrayList<Pressed>();
        for (int round = 0; round < MOST_ROUNDS && numbers.stream().anyMatch(this::isUnderReview); round++) {
            var work = new ArrayList<Callable<List<Pressed>>>();
            for (var account : approvers()) {
                // First all begin with the same request, later each with another one.
                var own = new ArrayList<>(numbers);
                Collections.rotate(own, round * work.size());
                work.add(() -> own.stream()
                        .map(number -> new Pressed(account, number, outcome(() -> press.on(account, number))))
                        .toList());
            }
            atOnce(work).forEach(pressed::addAll);
        }
        assertThat(numbers).noneMatch(this::isUnderReview);
        return pressed;
    }

    private boolean isUnderReview(long number) {
        return desk.read(number).state() == RequestState.IN_REVIEW;
    }

    // A few people, to the same moment

    @Test
    void keepsWhatTenThreadsTypeIntoOneDraft() throws Exception {
        var number = desk.open("uo-official-1");
        var fields = years(OF_EACH);
        var row = desk.series(1, 1).ref();
        atOnce(fields.stream()
                .<Callable<Object>>map(field -> () -> {
                    for (var value : List.of("1", "2", "3")) {
                        desk.edit("uo-official-1", number, row, field, Quantity.of(value));
                    }
                    return true;
                })
                .toList());
        assertThat(desk.read(number).changes())
                .containsExactlyInAnyOrderElementsOf(fields.stream()
                        .<Change>map(field -> new Change.Edit(row, field, null, Quantity.of("3")))
                        .toList());
    }

    @Test
    void keepsOneValueWhenTenThreadsTypeIntoOneCell() throws Exception {
        var number = desk.open("uo-official-1");
        var field = years(1).getFirst();
        var row = desk.series(1, 1).ref();
        atOnce(IntStream.range(0, OF_EACH)
                .<Callable<Object>>mapToObj(
                        i -> () -> desk.edit("uo-official-1", number, row, field, Quantity.of(String.valueOf(100 + i))))
                .toList());
        assertThat(desk.read(number).changes()).hasSize(1);
    }

    @Test
    void submitsOrWithdrawsButNeverHalf() throws Exception {
        for (int i = 0; i < 5; i++) {
            var number = draft("uo-official-1", years(1));
            var outcomes =
                    outcomes(() -> desk.submit("uo-official-1", number), () -> desk.withdraw("uo-official-1", number));
            assertThat(outcomes.get(1)).isEqualTo("OK");
            // A withdrawn request may be submitted, so both orders are possible.
            var state = desk.read(number).state();
            assertThat(state).isIn(RequestState.IN_REVIEW, RequestState.WITHDRAWN);
            assertThat(outcomes.get(0)).isEqualTo("OK");
            if (state == RequestState.IN_REVIEW) {
                desk.withdraw("uo-official-1", number);
            }
        }
    }

    @Test
    void appliesOrWithdrawsButNeverBoth() throws Exception {
        desk.route(HEAD);
        for (int i = 0; i < 5; i++) {
            var number = submitted("uo-official-1", years(1));
            var outcomes = outcomes(
                    () -> desk.by("uo-head-1", () -> desk.reviews().approve(number, hash(number), "")),
                    () -> desk.withdraw("uo-official-1", number));
            var request = desk.read(number);
            if (request.state() == RequestState.APPROVED) {
                assertThat(outcomes).containsExactly("OK", "NOT_OPEN");
                assertIsInPlan(request.changes());
            } else {
                assertThat(request.state()).isEqualTo(RequestState.WITHDRAWN);
                assertThat(outcomes).containsExactly("NOT_IN_REVIEW", "OK");
                assertThat(applications(number)).isEmpty();
            }
        }
    }

    @Test
    void countsTheDecisionsOfTwoPartsThatAreTakenAtOnce() throws Exception {
        desk.route(HEAD, AKIM_OFFICE);
        for (int i = 0; i < 5; i++) {
            var number = desk.open("uo-official-1");
            desk.edit("uo-official-1", number, desk.series(3, 1).ref(), years(1).getFirst(), Quantity.of("1"));
            desk.submit("uo-official-1", number);
            assertThat(desk.waiting(number)).hasSize(2);
            var outcomes = outcomes(() -> desk.approve("uo-head-1", number), () -> desk.approve("uk-head-1", number));
            assertThat(outcomes).containsExactly("OK", "OK");
            assertThat(desk.read(number).summary().step()).isEqualTo(AKIM_OFFICE);
            assertThat(desk.read(number).decisions()).hasSize(2);
            desk.withdraw("uo-official-1", number);
        }
    }

    @Test
    void letsOneOfTwoRequestsForACellBeSubmitted() throws Exception {
        for (int i = 0; i < 5; i++) {
            var field = years(1);
            var one = draft("uo-official-1", field);
            var two = draft("uo-official-2", field);
            var outcomes = outcomes(() -> desk.submit("uo-official-1", one), () -> desk.submit("uo-official-2", two));
            assertThat(outcomes).containsExactlyInAnyOrder("OK", "LOCKED");
            desk.withdraw("uo-official-1", one);
            desk.withdraw("uo-official-2", two);
        }
    }

    @Test
    void appliesOneOfTwoRequestsForACell() throws Exception {
        desk.route(HEAD);
        var field = years(1);
        var one = draft("uo-official-1", field);
        var two = draft("uo-official-2", field);
        // Two nodes, one of which had not heard of the other's request, might have let both through.
        submitUnseen("uo-official-1", one);
        submitUnseen("uo-official-2", two);
        var outcomes = outcomes(() -> desk.approve("uo-head-1", one), () -> desk.approve("uo-head-2", two));
        assertThat(outcomes).containsExactlyInAnyOrder("OK", "STALE");
        var refused = outcomes.get(0).equals("OK") ? two : one;
        assertThat(desk.read(refused).decisions()).isEmpty();
        assertThat(applications(refused)).isEmpty();
        assertThat(desk.giveBack("uo-head-3", refused).state()).isEqualTo(RequestState.RETURNED);
    }

    @Test
    void appliesOneOfTwoRequestsThatCannotStandTogether() throws Exception {
        desk.route(HEAD);
        var parent = desk.action("1.1", 6).ref();
        var adding = desk.open("uo-official-1");
        var child = fresh(ItemType.ACTION);
        desk.propose("uo-official-1", adding, added(child, parent.id(), 20));
        desk.submit("uo-official-1", adding);
        var removing = desk.open("uo-official-2");
        desk.propose("uo-official-2", removing, desk.removed(parent));
        desk.submit("uo-official-2", removing);
        var outcomes = outcomes(() -> desk.approve("uo-head-1", adding), () -> desk.approve("uo-head-2", removing));
        assertThat(outcomes).containsExactlyInAnyOrder("OK", "INVALID");
        var plan = desk.plans().current();
        assertThat(plan.find(child).isPresent()).isEqualTo(plan.find(parent).isPresent());
    }

    @Test
    void handsOverWhileTheLeaverIsStillWriting() throws Exception {
        var field = years(3);
        var numbers =
                field.stream().map(one -> draft("uo-official-7", List.of(one))).toList();
        var outcomes = outcomes(
                () -> desk.by("admin", () -> desk.handOvers().handOver("uo-official-7", "uo-official-8", "Перевод")),
                () -> desk.submit("uo-official-7", numbers.get(2)),
                () -> desk.withdraw("uo-official-7", numbers.get(0)));
        assertThat(outcomes.getFirst()).isEqualTo("OK");
        assertThat(outcomes.subList(1, 3)).allMatch(outcome -> outcome.equals("OK") || outcome.equals("NOT_FOUND"));
        assertThat(numbers).allMatch(number -> desk.read(number).writer().equals("uo-official-8"));
        numbers.stream().filter(this::isUnderReview).forEach(number -> desk.withdraw("uo-official-8", number));
    }

    // Help

    private static List<Field> years(int count) {
        return Stream.generate(() -> target(YEARS.next())).limit(count).toList();
    }

    private long draft(String author, List<Field> fields) {
        return draft(author, desk.series(1, 1).ref(), fields);
    }

    private long draft(String author, ItemRef row, List<Field> fields) {
        var number = desk.open(author);
        for (var field : fields) {
            desk.edit(author, number, row, field, Quantity.of(String.valueOf(number)));
        }
        return number;
    }

    private long submitted(String author, List<Field> fields) {
        var number = draft(author, fields);
        desk.submit(author, number);
        return number;
    }

    private void submitUnseen(String author, long number) {
        desk.by(
                author,
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    var person = desk.person(author);
                    var loaded = requestStore.lock(person, number);
                    RevisionNote.describe(RevisionKind.DECISION, number, "Проверка");
                    review.begin(loaded, person, reader.route(loaded));
                }));
    }

    private String hash(long number) {
        return desk.read(number).contentHash();
    }

    private void assertIsInPlan(List<Change> changes) {
        assertThat(changes)
                .allSatisfy(change -> assertThat(
                                desk.item(change.ref()).value(Objects.requireNonNull(change.fieldOrNull())))
                        .contains(Objects.requireNonNull(((Change.Edit) change).value())));
    }

    private List<RevisionRecord> applications(long number) {
        var filter = new RevisionFilter(null, Set.of(RevisionKind.APPLY), null, number, null, null, null, null, null);
        return desk.by("auditor", () -> history.log(filter, 100));
    }

    private static List<String> outcomes(Callable<?>... work) throws Exception {
        return atOnce(Stream.of(work)
                .<Callable<String>>map(one -> () -> outcome(() -> {
                    try {
                        one.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList());
    }

    /** What has become of it: OK, or why the rules refused it. Whatever else goes wrong fails the test. */
    private static String outcome(Runnable work) {
        try {
            work.run();
            return "OK";
        } catch (Refusal e) {
            return e.reason().name();
        } catch (StalePlanException e) {
            return "STALE";
        } catch (InvalidChanges e) {
            return "INVALID";
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var barrier = new CyclicBarrier(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var running = work.stream()
                    .<Callable<T>>map(one -> () -> {
                        barrier.await();
                        return one.call();
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(running)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
