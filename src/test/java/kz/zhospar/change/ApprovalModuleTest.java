package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The main job: an official proposes, his head and the akim's office approve, the plan changes, the audit tells. */
@ZhosparTest(properties = "zhospar.test=approval")
class ApprovalModuleTest {

    private static final Person OFFICIAL = person("uoz-official");
    private static final Person HEAD = person("uoz-head");
    private static final Person AKIM_OFFICE = person("akim-office");
    private static final Person AUDITOR = person("auditor");
    private static final Person STRANGER = person("ut-official");

    @Autowired
    private PlanService plans;

    @Autowired
    private PlanStore store;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DraftService drafts;

    @Autowired
    private RequestService requests;

    @Autowired
    private ReviewService reviews;

    @Autowired
    private HistoryService history;

    @Autowired
    private PlanArchive archive;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void shortenRoutes() {
        Drafts.shortenRoutes(context);
    }

    @Test
    void leadsFromADraftToAnAuditedChange() {
        var before = plans.current();
        var series = series(2);
        var action = goal().actions().getFirst();
        var old = series.cell(2025).target();
        var value = next(old);
        var number = draft();
        edit(number, series.ref(), target(2025), value);
        edit(
                number,
                action.ref(),
                Field.of(Attribute.TITLE),
                new LocalizedText("Новое название", "Жаңа атау", "A new title"));
        assertThat(plans.current()).as("a draft does not touch the plan").isSameAs(before);

        var submitted = as(OFFICIAL, () -> drafts.submit(number));
        assertThat(submitted.state()).isEqualTo(RequestState.IN_REVIEW);
        assertThat(as(HEAD, requests::awaitingMe))
                .extracting(RequestSummary::number)
                .contains(number);
        assertThat(as(AKIM_OFFICE, requests::awaitingMe))
                .extracting(RequestSummary::number)
                .doesNotContain(number);
        approve(HEAD, number);
        assertThat(plans.current()).as("one step of two").isSameAs(before);
        var approved = approve(AKIM_OFFICE, number);

        assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
        assertThat(series(2).cell(2025).target()).isEqualTo(value);
        assertThat(goal().actions().getFirst().title().ru()).isEqualTo("Новое название");
        assertThat(plans.current().items()).isEqualTo(store.readAll());
        assertThat(PlanDiff.between(before, plans.current())).hasSize(2);

        var entry = as(AUDITOR, () -> history.of(series.ref(), target(2025))).getFirst();
        assertThat(entry.changes()).containsExactly(new Change.Edit(series.ref(), target(2025), old, value));
        assertThat(entry.revision().kind()).isEqualTo(RevisionKind.APPLY);
        assertThat(entry.revision().account()).isEqualTo("akim-office");
        assertThat(entry.revision().request()).isEqualTo(number);
        assertThat(entry.revision().reason()).isEqualTo("Уточнение по итогам года");
        assertThat(entry.decisions())
                .extracting(DecisionRecord::person, DecisionRecord::step, DecisionRecord::verdict)
                .containsExactly(
                        tuple("uoz-head", Step.HEAD, Verdict.APPROVED),
                        tuple("akim-office", Step.AKIM_OFFICE, Verdict.APPROVED));
        assertThat(entry.revision().number()).isEqualTo(plans.current().revision());
        assertThat(archive.atRevision(plans.current().revision() - 1)
                        .orElseThrow()
                        .items())
                .isEqualTo(before.items());
    }

    @Test
    void appliesOnceWhenTwoPressAtTheSameMoment() throws Exception {
        var number = submitted(3);
        approve(HEAD, number);
        var revision = plans.current().revision();
        var hash = as(AKIM_OFFICE, () -> requests.find(number)).contentHash();
        var barrier = new CyclicBarrier(2);
        Callable<Boolean> press = () -> as(AKIM_OFFICE, () -> {
            barrier.await();
            try {
                reviews.approve(number, hash, "");
                return true;
            } catch (Refusal e) {
                assertThat(e.reason()).isEqualTo(Refusal.Reason.NOT_IN_REVIEW);
                return false;
            }
        });
        try (var threads = Executors.newFixedThreadPool(2)) {
            var pressed = threads.invokeAll(List.of(press, press));
            assertThat(List.of(pressed.get(0).get(), pressed.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(log(number).stream().filter(kind -> kind == RevisionKind.APPLY))
                .hasSize(1);
        assertThat(plans.current().revision()).isGreaterThan(revision);
        assertThat(plans.current().items()).isEqualTo(store.readAll());
    }

    @Test
    void refusesDecisionByTheAuthorAndOutOfTurn() {
        var number = draftBy(HEAD);
        edit(
                HEAD,
                number,
                series(4).ref(),
                target(2025),
                next(series(4).cell(2025).target()));
        var submitted = as(HEAD, () -> drafts.submit(number));
        assertThat(submitted.stages().getFirst().progress()).isEqualTo(RequestDetails.Progress.OWN);
        assertThat(submitted.summary().step()).isEqualTo(Step.AKIM_OFFICE);
        assertRefused(Refusal.Reason.OWN_REQUEST, () -> approve(HEAD, number));

        var other = submitted(5);
        assertRefused(Refusal.Reason.NOT_YOUR_STEP, () -> approve(AKIM_OFFICE, other));
        approve(HEAD, other);
        assertRefused(Refusal.Reason.ALREADY_DECIDED, () -> approve(HEAD, other));
    }

    @Test
    void asksForAReasonToReturnOrReject() {
        var number = submitted(6);
        var hash = hash(HEAD, number);
        assertRefused(Refusal.Reason.REASON_MISSING, () -> as(HEAD, () -> reviews.returnForRework(number, hash, " ")));
        assertRefused(Refusal.Reason.REASON_MISSING, () -> as(HEAD, () -> reviews.reject(number, hash, "")));
        assertThat(as(HEAD, () -> requests.find(number)).decisions()).isEmpty();
        var rejected = as(HEAD, () -> reviews.reject(number, hash, "Не подтверждено расчётом"));
        assertThat(rejected.state()).isEqualTo(RequestState.REJECTED);
        assertRefused(Refusal.Reason.NOT_OPEN, () -> edit(number, series(6).ref(), target(2024), Quantity.of("1")));
        assertRefused(Refusal.Reason.NOT_OPEN, () -> as(OFFICIAL, () -> drafts.withdraw(number)));
    }

    @Test
    void beginsAgainWithTheFirstStepAfterAReturn() {
        var number = submitted(7);
        approve(HEAD, number);
        var returned =
                as(AKIM_OFFICE, () -> reviews.returnForRework(number, hash(AKIM_OFFICE, number), "Приложите расчёт"));
        assertThat(returned.state()).isEqualTo(RequestState.RETURNED);
        edit(number, series(7).ref(), target(2024), next(series(7).cell(2024).target()));
        var again = as(OFFICIAL, () -> drafts.submit(number));
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.summary().step()).isEqualTo(Step.HEAD);
        assertThat(again.decisions()).as("what was decided stays on record").hasSize(2);
        approve(HEAD, number);
        assertThat(approve(AKIM_OFFICE, number).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void bindsADecisionToTheContentThatWasSeen() {
        var number = submitted(8);
        var seen = hash(HEAD, number);
        as(OFFICIAL, () -> drafts.withdraw(number));
        edit(number, series(8).ref(), target(2024), Quantity.of("777"));
        as(OFFICIAL, () -> drafts.submit(number));
        assertRefused(Refusal.Reason.CONTENT_CHANGED, () -> as(HEAD, () -> reviews.approve(number, seen, "")));
        assertThat(approve(HEAD, number).summary().step()).isEqualTo(Step.AKIM_OFFICE);
    }

    @Test
    void holdsWhatIsUnderReviewAndTellsWhichRequestDoes() {
        var number = submitted(9);
        var mine = draftBy(HEAD);
        assertThatThrownBy(() -> edit(HEAD, mine, series(9).ref(), target(2025), Quantity.of("5")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.LOCKED);
                    assertThat(refusal.arguments()).first().isEqualTo(number);
                });
        as(OFFICIAL, () -> drafts.withdraw(number));
        edit(HEAD, mine, series(9).ref(), target(2025), Quantity.of("5"));
    }

    @Test
    void refusesAStaleEditWithTheThreeValues() {
        var series = series(10);
        var base = series.cell(2025).target();
        var mine = draftBy(HEAD);
        edit(HEAD, mine, series.ref(), target(2025), Quantity.of("4321"));
        var theirs = draft();
        edit(theirs, series.ref(), target(2025), Quantity.of("1234"));
        as(OFFICIAL, () -> drafts.submit(theirs));
        approve(HEAD, theirs);
        approve(AKIM_OFFICE, theirs);

        assertThatThrownBy(() -> as(HEAD, () -> drafts.submit(mine)))
                .isInstanceOfSatisfying(StalePlanException.class, stale -> {
                    var conflict = stale.conflicts().getFirst();
                    assertThat(conflict.base()).isEqualTo(base);
                    assertThat(conflict.theirs()).isEqualTo(Quantity.of("1234"));
                    assertThat(conflict.mine()).isEqualTo(Quantity.of("4321"));
                });
        var stale = as(HEAD, () -> requests.find(mine));
        assertThat(stale.conflicts()).hasSize(1);
        as(HEAD, () -> drafts.settle(mine, stale.conflicts().getFirst().change(), true));
        assertThat(as(HEAD, () -> drafts.submit(mine)).state()).isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void keepsDepartmentsToTheirOwnItemsAndRequests() {
        var number = draft();
        assertRefused(
                Refusal.Reason.NOT_YOUR_ITEM, () -> edit(number, foreign().ref(), target(2025), Quantity.of("1")));
        assertRefused(Refusal.Reason.NOT_FOUND, () -> as(STRANGER, () -> requests.find(number)));
        assertRefused(Refusal.Reason.NOT_FOUND, () -> as(STRANGER, () -> drafts.withdraw(number)));
        assertRefused(Refusal.Reason.NOT_FOUND, () -> as(HEAD, () -> drafts.withdraw(number)));
        assertThatThrownBy(() -> as(AUDITOR, drafts::open)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(person("admin"), requests::numbers)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void addsAndRemovesActionsWhole() {
        var leaf = goal().allActions()
                .filter(action -> action.children().isEmpty())
                .reduce((first, last) -> last)
                .orElseThrow();
        var ref = new ItemRef(ItemType.ACTION, UUID.randomUUID());
        var added = Item.of(ref)
                .put(Attribute.PARENT, goal().ref().id())
                .put(Attribute.NUMBER, 999)
                .put(Attribute.TITLE, LocalizedText.of("Новое мероприятие"))
                .put(Attribute.FROM, 2024)
                .build();
        var number = draft();
        as(
                OFFICIAL,
                () -> drafts.propose(
                        number,
                        List.of(
                                new Change.Add(added),
                                new Change.Remove(
                                        plans.current().find(leaf.ref()).orElseThrow()))));
        edit(number, ref, Field.of(Attribute.TO), 2025);
        as(OFFICIAL, () -> drafts.submit(number));
        approve(HEAD, number);
        approve(AKIM_OFFICE, number);
        assertThat(goal().allActions().map(Action::ref)).contains(ref).doesNotContain(leaf.ref());
        assertThat(plans.current().find(ref).orElseThrow().<Integer>get(Attribute.TO))
                .isEqualTo(2025);
        assertThat(as(AUDITOR, () -> history.of(goal().ref())).getFirst().changes())
                .hasSize(2);
    }

    @Test
    void refusesToApplyWhatThePlanCanNoLongerTake() {
        var parent = goal().allActions()
                .filter(action -> action.children().isEmpty())
                .skip(3)
                .findFirst()
                .orElseThrow();
        var child = Item.of(new ItemRef(ItemType.ACTION, UUID.randomUUID()))
                .put(Attribute.PARENT, parent.ref().id())
                .put(Attribute.NUMBER, 998)
                .put(Attribute.TITLE, LocalizedText.of("Часть мероприятия"))
                .build();
        var adding = draft();
        as(OFFICIAL, () -> drafts.propose(adding, List.of(new Change.Add(child))));
        as(OFFICIAL, () -> drafts.submit(adding));
        var removing = draft();
        var whole = plans.current().find(parent.ref()).orElseThrow();
        as(OFFICIAL, () -> drafts.propose(removing, List.of(new Change.Remove(whole))));
        as(OFFICIAL, () -> drafts.submit(removing));
        approve(HEAD, adding);
        approve(HEAD, removing);
        approve(AKIM_OFFICE, removing);
        var before = plans.current();
        assertThatThrownBy(() -> approve(AKIM_OFFICE, adding)).isInstanceOf(InvalidChanges.class);
        assertThat(plans.current()).isSameAs(before);
        assertThat(as(AKIM_OFFICE, () -> requests.find(adding)).state()).isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void refusesACommitThatNobodyDescribed() {
        var transaction = new TransactionTemplate(transactions);
        var change = new Change.Edit(
                series(1).ref(), target(2023), series(1).cell(2023).target(), Quantity.of("0"));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> store.apply(List.of(change))))
                .hasStackTraceContaining("nobody described");
        assertThat(store.readAll()).isEqualTo(plans.current().items());
    }

    @Test
    void showsDecisionsOnWhatIsNotAppliedToThoseOnlyWhoMaySeeTheRequest() {
        var number = draft();
        edit(number, series(0).ref(), target(2022), next(series(0).cell(2022).target()));
        as(OFFICIAL, () -> drafts.submit(number));
        approve(HEAD, number);
        assertThat(as(OFFICIAL, () -> requests.decisions(List.of(number)))).hasSize(1);
        assertThat(as(STRANGER, () -> requests.decisions(List.of(number)))).isEmpty();
    }

    @Test
    void refusesAnIncompleteOrBrokenSet() {
        var number = as(OFFICIAL, drafts::open);
        assertRefused(Refusal.Reason.NO_CHANGES, () -> as(OFFICIAL, () -> drafts.submit(number)));
        var action = goal().actions().getFirst();
        edit(number, action.ref(), Field.of(Attribute.FROM), 2030);
        edit(number, action.ref(), Field.of(Attribute.TO), 2029);
        assertRefused(Refusal.Reason.TITLE_MISSING, () -> as(OFFICIAL, () -> drafts.submit(number)));
        as(OFFICIAL, () -> drafts.describe(number, "Сроки", "", Basis.named("")));
        assertRefused(Refusal.Reason.JUSTIFICATION_MISSING, () -> as(OFFICIAL, () -> drafts.submit(number)));
        as(OFFICIAL, () -> drafts.describe(number, "Сроки", "Обоснование", Basis.named("")));
        assertThatThrownBy(() -> as(OFFICIAL, () -> drafts.submit(number)))
                .isInstanceOfSatisfying(
                        InvalidChanges.class,
                        invalid -> assertThat(invalid.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo(Field.of(Attribute.TO))));
        assertRefused(
                Refusal.Reason.TEXT_TOO_LONG,
                () -> as(OFFICIAL, () -> drafts.describe(number, "т".repeat(301), "", Basis.named(""))));
    }

    private long draft() {
        return draftBy(OFFICIAL);
    }

    private long draftBy(Person author) {
        return as(author, () -> {
            var number = drafts.open();
            drafts.describe(number, "Уточнение", "Уточнение по итогам года", Basis.named("Протокол № 7"));
            return number;
        });
    }

    private long submitted(int index) {
        var number = draft();
        edit(
                number,
                series(index).ref(),
                target(2025),
                next(series(index).cell(2025).target()));
        as(OFFICIAL, () -> drafts.submit(number));
        return number;
    }

    private void edit(long number, ItemRef ref, Field field, Object value) {
        edit(OFFICIAL, number, ref, field, value);
    }

    private void edit(Person author, long number, ItemRef ref, Field field, Object value) {
        as(author, () -> drafts.edit(number, ref, field, value));
    }

    private RequestDetails approve(Person person, long number) {
        return as(person, () -> reviews.approve(number, requests.find(number).contentHash(), ""));
    }

    private String hash(Person person, long number) {
        return as(person, () -> requests.find(number)).contentHash();
    }

    private List<RevisionKind> log(long request) {
        var filter = new RevisionFilter(null, null, null, request, null, null, null, null, null);
        return as(AUDITOR, () -> history.log(filter, 100)).stream()
                .map(revision -> revision.kind())
                .toList();
    }

    private Goal goal() {
        return plans.current().tree().goal("4.3").orElseThrow();
    }

    /** Rows that the department of public health answers for, wherever they stand; each test takes one of its own. */
    private Series series(int index) {
        var tree = plans.current().tree();
        var body = tree.body("uoz").orElseThrow().ref().id();
        return tree.goals()
                .flatMap(Goal::series)
                .filter(series -> Drafts.leads(body, series))
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    private Series foreign() {
        return plans.current()
                .tree()
                .goal("4.2")
                .orElseThrow()
                .series()
                .findFirst()
                .orElseThrow();
    }

    private static Field target(int year) {
        return Field.of(Attribute.TARGET, year);
    }

    private static Quantity next(@Nullable Quantity quantity) {
        return quantity != null && quantity.isNumber()
                ? Quantity.of(Objects.requireNonNull(quantity.number()).add(BigDecimal.ONE))
                : Quantity.of("1");
    }

    private static void assertRefused(Refusal.Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
