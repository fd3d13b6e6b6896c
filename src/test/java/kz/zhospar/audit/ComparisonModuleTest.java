package kz.zhospar.audit;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import kz.zhospar.audit.ComparisonRefusal.Reason;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Refusal;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/** On a database of its own, because it counts what changed. */
@ZhosparTest(properties = "zhospar.test=comparison")
@Import(Statements.class)
class ComparisonModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ComparisonService comparisons;

    @Autowired
    private PlanService plans;

    @Autowired
    private DraftService writing;

    @Autowired
    private Statements statements;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void showsWhatChangedWithTheRevisionAndTheRequestThatDid() {
        var before = plans.current().revision();
        var number = drafts.applied("uoz", "Сравнение");

        var comparison = as(person("auditor"), () -> comparisons.between(String.valueOf(before), "current"));

        assertThat(comparison.changes()).singleElement().satisfies(compared -> {
            assertThat(compared.change()).isInstanceOf(Change.Edit.class);
            var origin = Objects.requireNonNull(compared.origin());
            assertThat(origin.revision()).isEqualTo(plans.current().revision());
            assertThat(origin.request()).isEqualTo(number);
            var grounds = Objects.requireNonNull(origin.grounds());
            assertThat(grounds.justification()).isEqualTo("Обоснование: Сравнение");
            assertThat(grounds.people()).containsExactly("uoz-official", "uoz-head", "akim-office");
        });
        assertThat(comparison.to().current()).isTrue();
    }

    @Test
    void namesTheLastOfSeveralRevisionsThatTouchedAValue() {
        var before = plans.current().revision();
        var field = drafts.freshField("uoz");
        apply("uoz", field, "1");
        var first = plans.current().revision();
        var other = drafts.freshField("uoz");
        apply("uoz", other, "5");
        apply("uoz", field, "2");
        var last = plans.current().revision();

        var whole = comparisons.between(String.valueOf(before), "current");
        var early = comparisons.between(String.valueOf(before), String.valueOf(first));

        assertThat(origin(whole, field)).isEqualTo(last);
        assertThat(origin(whole, other)).isGreaterThan(first).isLessThan(last);
        assertThat(origin(early, field)).isEqualTo(first);
    }

    @Test
    void leavesOutWhatWasChangedAndChangedBack() {
        var field = drafts.freshField("uoz");
        apply("uoz", field, "1");
        var start = plans.current().revision();
        apply("uoz", field, "2");
        apply("uoz", field, "1");

        assertThat(comparisons.between(String.valueOf(start), "current").changes())
                .isEmpty();
        assertThat(comparisons.between("previous", "current").changes()).hasSize(1);
    }

    @Test
    void givesTheLaterStateWhenItsChangesAreAppliedToTheEarlierOne() {
        var revisions = new ArrayList<>(List.of(plans.current().revision()));
        for (var body : List.of("uoz", "ut", "uoz", "uo")) {
            drafts.applied(body, "История " + body);
            revisions.add(plans.current().revision());
        }
        for (int from = 0; from < revisions.size(); from++) {
            for (int to = from; to < revisions.size(); to++) {
                var comparison =
                        comparisons.between(String.valueOf(revisions.get(from)), String.valueOf(revisions.get(to)));
                var shown = comparison.changes().stream()
                        .map(ComparedChange::change)
                        .toList();
                assertThat(shown).hasSize(to - from);
                assertThat(Changes.apply(comparison.from().plan().items(), shown))
                        .isEqualTo(comparison.to().plan().items());
                assertThat(comparison.changes()).allMatch(change -> change.origin() != null);
            }
        }
    }

    @Test
    void asksTheDatabaseAsOftenForManyChangesAsForOne() throws Exception {
        var start = plans.current().revision();
        drafts.applied("uoz", "Одно изменение");
        var one = as(person("auditor"), () -> counted(start));
        for (int i = 0; i < 6; i++) {
            drafts.applied(i % 2 == 0 ? "uoz" : "ut", "Ещё изменение " + i);
        }
        var many = as(person("auditor"), () -> counted(start));

        assertThat(many).isEqualTo(one).isLessThan(14);
    }

    private int counted(long start) throws Exception {
        // Both states in memory: what is counted is the comparison, not the reading of past plans.
        comparisons.between(String.valueOf(start), "current");
        return statements
                .during(() -> comparisons.between(String.valueOf(start), "current"))
                .size();
    }

    @Test
    void tellsPeopleAndReasonsOnlyToThoseWhoMayReadTheRequest() {
        var before = String.valueOf(plans.current().revision());
        drafts.applied("uoz", "Внутреннее");

        for (var account : List.of("auditor", "economy", "akim-office", "uoz-official", "uoz-head")) {
            assertThat(as(person(account), () -> comparisons.between(before, "current"))
                            .people())
                    .as(account)
                    .isNotEmpty();
        }
        for (var account : List.of("ut-official", "admin")) {
            var comparison = as(person(account), () -> comparisons.between(before, "current"));
            assertThat(comparison.people()).as(account).isEmpty();
            assertThat(comparison.changes()).singleElement().satisfies(change -> {
                assertThat(Objects.requireNonNull(change.origin()).grounds()).isNull();
                assertThat(change.origin().request()).isNotNull();
            });
        }
        assertThat(comparisons.between(before, "current").people()).isEmpty();
    }

    @Test
    void showsARequestBeforeItIsAppliedAgainstThePlanOfNowAndAfterwardsAgainstThatOfThen() {
        var number = drafts.submitted("uoz", "Предложение");
        var base = plans.current();

        var proposed = as(person("auditor"), () -> comparisons.ofRequest(number));
        drafts.approveAll(number);
        drafts.applied("ut", "Потом");
        var applied = as(person("auditor"), () -> comparisons.ofRequest(number));

        assertThat(proposed.proposal()).isEqualTo(number);
        assertThat(proposed.from().plan()).isSameAs(base);
        assertThat(proposed.changes()).singleElement().satisfies(change -> {
            assertThat(Objects.requireNonNull(change.origin()).revision()).isNull();
            assertThat(change.origin().grounds()).isNotNull();
        });
        assertThat(applied.proposal()).isNull();
        assertThat(applied.from().revision()).isEqualTo(base.revision());
        assertThat(applied.changes().getFirst().change())
                .isEqualTo(proposed.changes().getFirst().change());
    }

    @Test
    void countsWhatAStaleProposalCanNoLongerChange() {
        var field = drafts.freshField("uoz");
        var stale = drafts.draft("uoz", "Отстал", field, "3");
        apply("uoz", field, "4");

        var comparison = as(person("auditor"), () -> comparisons.ofRequest(stale));

        assertThat(comparison.conflicts()).isEqualTo(1);
        assertThat(comparison.changes()).isEmpty();
    }

    @Test
    void showsARequestOnlyToThoseWhoMayReadIt() {
        var number = drafts.submitted("uoz", "Чужое");

        as(
                person("uoz-official"),
                () -> assertThat(comparisons.ofRequest(number).changes()).hasSize(1));
        as(
                person("ut-official"),
                () -> assertThatExceptionOfType(Refusal.class).isThrownBy(() -> comparisons.ofRequest(number)));
        as(
                person("auditor"),
                () -> assertThatExceptionOfType(Refusal.class).isThrownBy(() -> comparisons.ofRequest(999_999)));
        as(
                person("admin"),
                () -> assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> comparisons.ofRequest(number)));
    }

    @Test
    void filtersByBodyAndPerson() {
        var before = String.valueOf(plans.current().revision());
        drafts.applied("uoz", "Здоровье");
        drafts.applied("ut", "Транспорт");
        var comparison = as(person("auditor"), () -> comparisons.between(before, "current"));

        assertThat(comparison.changes()).hasSize(2);
        assertThat(comparison
                        .filtered(new ComparisonFilter(null, null, null, "ut-head", ""))
                        .changes())
                .hasSize(1);
        assertThat(comparison
                        .filtered(new ComparisonFilter(null, null, null, "akim-office", ""))
                        .changes())
                .hasSize(2);
        assertThat(comparison
                        .filtered(new ComparisonFilter(null, null, "uoz", null, ""))
                        .changes())
                .isNotEmpty()
                .allMatch(change -> comparison.bodies(change.change().ref()).contains("uoz"));
    }

    @Test
    void refusesMomentsThatItCannotFind() {
        var today = LocalDate.now(Formats.ZONE);
        drafts.applied("uoz", "Позже");
        var last = String.valueOf(plans.current().revision());

        assertRefused("вчера", "current", Reason.UNREADABLE);
        assertRefused("2026-13-41", "current", Reason.UNREADABLE);
        assertRefused("-1", "current", Reason.UNREADABLE);
        assertRefused("999999999999", "current", Reason.UNKNOWN_REVISION);
        assertRefused("0", "current", Reason.UNKNOWN_REVISION);
        assertRefused("1990-01-01", "current", Reason.BEFORE_FIRST);
        assertRefused(today.plusDays(2).toString(), "current", Reason.FUTURE);
        assertRefused(last, "1", Reason.LATER_FIRST);
        assertRefused("current", "1", Reason.LATER_FIRST);
        assertThat(comparisons.between(today.toString(), "current").changes()).isEmpty();
        assertThat(comparisons.between("1", "1").changes()).isEmpty();
        assertThat(comparisons.between("previous", "1").changes()).isEmpty();
    }

    @Test
    void offersStartsThatCanBeCompared() {
        var starts = comparisons.starts();

        assertThat(starts.first()).isEqualTo("1");
        for (var start : List.of(starts.first(), starts.monthAgo(), starts.quarterAgo())) {
            assertThat(comparisons.between(start, "current").to().current()).isTrue();
        }
    }

    private void assertRefused(String from, String to, Reason reason) {
        assertThatThrownBy(() -> comparisons.between(from, to))
                .isInstanceOfSatisfying(
                        ComparisonRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private void apply(String body, Field field, String value) {
        ItemRef row = drafts.series(body).ref();
        var number = as(person(body + "-official"), () -> {
            var draft = writing.open();
            writing.describe(draft, "Значение " + value, "Обоснование " + value, Basis.named("Протокол"));
            writing.edit(draft, row, field, Quantity.of(value));
            writing.submit(draft);
            return draft;
        });
        drafts.approveAll(number);
    }

    private static long origin(PlanComparison comparison, Field field) {
        return comparison.changes().stream()
                .filter(change -> field.equals(change.change().fieldOrNull()))
                .flatMapToLong(change -> LongStream.of(Objects.requireNonNull(
                        Objects.requireNonNull(change.origin()).revision())))
                .findFirst()
                .orElseThrow();
    }
}
