package kz.zhospar.audit;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.PastHistory;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What each question finds in histories that were made for it, and what it lets pass. */
@ZhosparTest(properties = "zhospar.test=questions")
class QuestionsModuleTest {

    private static final AtomicInteger TAKEN = new AtomicInteger();

    @Autowired
    private QuestionService questions;

    @Autowired
    private PlanService plans;

    @Autowired
    private DataSource source;

    @Autowired
    private Statements statements;

    private PastHistory past;
    private ItemRef row;
    private Indicator indicator;

    /** Each test takes an indicator of its own. */
    @BeforeEach
    void prepare() {
        past = new PastHistory(JdbcClient.create(source));
        indicator = plans.current()
                .tree()
                .indicators()
                .skip(TAKEN.getAndIncrement())
                .findFirst()
                .orElseThrow();
        row = indicator.series().getFirst().ref();
    }

    private static Field target(int year) {
        return Field.of(Attribute.TARGET, year);
    }

    private static Field actual(int year) {
        return Field.of(Attribute.ACTUAL, year);
    }

    private void stated(String at, Field field, String value) {
        past.state(past.applied(at, null), row, field, value);
    }

    private List<Answer> all(Question question) {
        return as(person("auditor"), () -> {
            var found = new ArrayList<Answer>();
            var page = questions.ask(question, null);
            found.addAll(page.rows());
            while (page.next() != null) {
                page = questions.ask(question, page.next());
                found.addAll(page.rows());
            }
            return found;
        });
    }

    /** What is said of this test's row. */
    private List<Answer> ofRow(Question question) {
        return all(question).stream()
                .filter(answer -> Objects.requireNonNull(answer.value()).ref().equals(row))
                .toList();
    }

    private List<Sign> signs(Question question) {
        return ofRow(question).stream()
                .flatMap(answer -> answer.signs().stream())
                .toList();
    }

    private List<Answer> ofRequest(Question question, long request) {
        return all(question).stream()
                .filter(answer -> Objects.equals(answer.revision().request(), request))
                .toList();
    }

    private List<Sign> signs(Question question, long request) {
        return ofRequest(question, request).stream()
                .flatMap(answer -> answer.signs().stream())
                .toList();
    }

    private void better(String better) {
        past.better(past.applied("2030-01-01T09:00", null), row, better);
    }

    private static Sign eased(Sign.Eased.How how) {
        return new Sign.Eased(how);
    }

    // --- eased targets ---

    @Test
    void findsTargetsThatMovedTowardsTheWorse() {
        better("LOWER");
        stated("2030-02-01T09:00", target(2040), "10");
        stated("2030-02-02T09:00", target(2040), "12");
        stated("2030-02-03T09:00", target(2040), "9");

        assertThat(ofRow(Question.TARGETS_EASED)).singleElement().satisfies(answer -> {
            assertThat(answer.signs()).containsExactly(eased(Sign.Eased.How.WORSE));
            assertThat(answer.value())
                    .isEqualTo(new Answer.ValueChange(row, target(2040), Quantity.of("10"), Quantity.of("12")));
            assertThat(answer.revision().person()).isEqualTo("Сейтова А.");
            assertThat(answer.revision().position()).isEqualTo("akim-office");
        });
    }

    @Test
    void takesABoundInTheTargetForTheDirection() {
        better("HIGHER");
        stated("2030-02-01T09:00", target(2040), "≤10");
        stated("2030-02-02T09:00", target(2040), "≤12");
        stated("2030-02-03T09:00", target(2040), "≤8");
        stated("2030-02-03T09:00", target(2041), "8");
        stated("2030-02-03T10:00", target(2041), "≤8");

        assertThat(signs(Question.TARGETS_EASED))
                .containsExactly(eased(Sign.Eased.How.WORSE), eased(Sign.Eased.How.WORSE));
        assertThat(ofRow(Question.TARGETS_EASED))
                .extracting(answer -> answer.value().field().year())
                .containsExactly(2041, 2040);
    }

    @Test
    void comparesNumbersWhereNoDirectionIsStated() {
        better(null);
        stated("2030-02-01T09:00", target(2040), "10");
        stated("2030-02-02T09:00", target(2040), "10.0");
        stated("2030-02-02T09:00", target(2040), "11");
        stated("2030-02-03T09:00", target(2040), "9");

        assertThat(signs(Question.TARGETS_EASED)).containsExactly(eased(Sign.Eased.How.LOWER));
    }

    @Test
    void judgesByTheDirectionBeforeTheChange() {
        better("HIGHER");
        stated("2030-02-01T09:00", target(2040), "10");
        var both = past.applied("2030-02-02T09:00", null);
        past.better(both, row, "LOWER");
        past.state(both, row, target(2040), "9");

        assertThat(signs(Question.TARGETS_EASED)).containsExactly(eased(Sign.Eased.How.WORSE));
    }

    @Test
    void findsTargetsThatWereGivenUpOrTakenAway() {
        better("HIGHER");
        stated("2030-02-01T09:00", target(2040), "10");
        stated("2030-02-02T09:00", target(2040), "-");
        stated("2030-02-01T09:00", target(2041), "10");
        past.state(past.applied("2030-02-03T09:00", null), row, target(2041), null);
        stated("2030-02-04T09:00", target(2041), "8");

        assertThat(signs(Question.TARGETS_EASED))
                .as("it came back lower than it had gone")
                .containsExactly(
                        eased(Sign.Eased.How.WORSE), eased(Sign.Eased.How.REMOVED), eased(Sign.Eased.How.NO_NUMBER));
        assertThat(ofRow(Question.TARGETS_EASED).getFirst().value().before()).isEqualTo(Quantity.of("10"));
        assertThat(ofRow(Question.TARGETS_EASED).get(1).value().after()).isNull();
    }

    @Test
    void countsNoLoadAsAChange() {
        better("HIGHER");
        past.state(past.revision("LOAD", "2030-02-01T09:00", null), row, target(2040), "10");
        past.state(past.revision("LOAD", "2030-02-02T09:00", null), row, target(2040), "5");

        assertThat(ofRow(Question.TARGETS_EASED)).isEmpty();
        assertThat(ofRow(Question.TARGETS_LATE)).isEmpty();
    }

    // --- late targets ---

    @Test
    void findsTargetsChangedAfterTheFactOfTheirYear() {
        stated("2041-01-10T09:00", target(2045), "10");
        stated("2045-02-12T09:00", actual(2045), "7");
        stated("2045-03-03T09:00", target(2045), "7");
        stated("2045-03-03T09:00", target(2046), "7");

        assertThat(ofRow(Question.TARGETS_LATE)).singleElement().satisfies(answer -> {
            assertThat(answer.value().after()).isEqualTo(Quantity.of("7"));
            assertThat(answer.signs()).singleElement().isInstanceOfSatisfying(Sign.AfterFact.class, sign -> {
                assertThat(Duration.between(sign.reported(), sign.changed())).isEqualTo(Duration.ofDays(19));
                assertThat(sign.changed()).isEqualTo(answer.revision().at());
            });
        });
    }

    @Test
    void knowsAFactFromItsFirstSubmission() {
        var facts = past.request("2045-02-01T09:00", "ut", null);
        past.propose("2045-02-01T09:00", facts, row, actual(2045), "7");
        stated("2045-02-05T09:00", target(2045), "10");
        past.submit("2045-02-10T09:00", facts, 1);
        stated("2045-02-20T09:00", target(2045), "7");
        stated("2045-03-01T09:00", actual(2045), "7");

        assertThat(ofRow(Question.TARGETS_LATE))
                .as("what is only drafted is not known yet")
                .singleElement()
                .satisfies(answer -> assertThat(answer.signs())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Sign.AfterFact.class,
                                sign -> assertThat(Duration.between(sign.reported(), sign.changed()))
                                        .isEqualTo(Duration.ofDays(10))));
    }

    @Test
    void findsTargetsChangedInTheLastQuarterByTheCitysCalendar() {
        stated("2045-09-30T23:59", target(2045), "10");
        stated("2045-10-01T00:00", target(2045), "9");
        stated("2046-01-01T00:00", target(2045), "8");

        assertThat(signs(Question.TARGETS_LATE))
                .containsExactly(new Sign.LateInYear(2045, true), new Sign.LateInYear(2045, false));
    }

    // --- approvals ---

    private long request() {
        return past.request("2045-01-10T09:00", "ut", null);
    }

    @Test
    void findsApprovalsInLessThanAMinuteAfterOpening() {
        var request = request();
        past.view("2045-01-11T10:00:00", request, "ut-head", "hash");
        past.decide("2045-01-11T10:00:59", request, 1, "HEAD", "APPROVED", "ut-head", null);
        past.view("2045-01-12T10:00:00", request, "economy", "hash");
        past.decide("2045-01-12T10:01:00", request, 1, "ECONOMY", "APPROVED", "economy", null);
        past.view("2045-01-13T10:00:00", request, "curator-1", "hash");
        past.decide("2045-01-13T10:00:01", request, 1, "CURATOR", "RETURNED", "curator-1", null);

        assertThat(signs(Question.HASTY_APPROVALS, request)).containsExactly(new Sign.Hasty(Duration.ofSeconds(59)));
    }

    @Test
    void findsApprovalsWithoutOpeningOrOfAnEarlierContent() {
        var request = request();
        past.view("2045-01-11T10:00", request, "auditor", "hash");
        past.decide("2045-01-11T11:00", request, 1, "HEAD", "APPROVED", "ut-head", null);
        past.view("2045-01-11T10:00", request, "economy", "earlier");
        past.decide("2045-01-11T12:00", request, 1, "ECONOMY", "APPROVED", "economy", null);
        past.decide("2045-01-11T12:00", request, 1, "AKIM_OFFICE", "APPROVED", "akim-office", null);
        past.view("2045-01-11T13:00", request, "akim-office", "hash");

        assertThat(signs(Question.HASTY_APPROVALS, request))
                .hasExactlyElementsOfTypes(Sign.NotOpened.class, Sign.EarlierContent.class, Sign.NotOpened.class);
    }

    @Test
    void findsDecisionsOfSubstitutesAndInTwoPositions() {
        var request = request();
        past.decide("2045-01-11T11:00", request, 1, "HEAD", "RETURNED", "ut-head", null);
        past.decide("2045-01-12T11:00", request, 2, "ECONOMY", "APPROVED", "ut-head", "economy");
        past.decide("2045-01-13T11:00", request, 2, "AKIM_OFFICE", "APPROVED", "akim-office", null);
        past.decide("2045-01-14T11:00", request, 3, "AKIM_OFFICE", "APPROVED", "akim-office", null);

        assertThat(signs(Question.TWO_POSITIONS, request))
                .hasExactlyElementsOfTypes(Sign.AsSubstitute.class, Sign.AlsoAs.class)
                .contains(new Sign.AsSubstitute("economy", "economy", null));
    }

    @Test
    void looksForTheOtherPositionInWhatWasPartedToo() {
        var request = request();
        past.decide("2045-01-11T11:00", request, 1, "HEAD", "APPROVED", "chief", null);
        var part = past.request("2045-01-12T09:00", "ut", request);
        past.decide("2045-01-13T11:00", part, 1, "ECONOMY", "APPROVED", "chief", null);
        var other = request();
        past.decide("2045-01-13T11:00", other, 1, "ECONOMY", "APPROVED", "chief", null);

        assertThat(signs(Question.TWO_POSITIONS, part)).hasExactlyElementsOfTypes(Sign.AlsoAs.class);
        assertThat(signs(Question.TWO_POSITIONS, request)).isEmpty();
        assertThat(signs(Question.TWO_POSITIONS, other)).isEmpty();
    }

    @Test
    void findsRequestsReturnedMoreThanTwiceOnceEach() {
        var twice = request();
        var often = request();
        for (int round = 1; round <= 4; round++) {
            past.decide("2045-01-1" + round + "T11:00", often, round, "HEAD", "RETURNED", "ut-head", null);
            if (round <= 2) {
                past.decide("2045-01-1" + round + "T11:00", twice, round, "HEAD", "RETURNED", "ut-head", null);
            }
        }
        var part = past.request("2045-01-12T09:00", "ut", twice);
        past.decide("2045-01-15T11:00", part, 1, "HEAD", "RETURNED", "ut-head", null);
        past.decide("2045-01-16T11:00", part, 2, "HEAD", "RETURNED", "ut-head", null);

        assertThat(signs(Question.RETURNED_OFTEN, often)).containsExactly(new Sign.ReturnedOften(4));
        assertThat(signs(Question.RETURNED_OFTEN, twice)).isEmpty();
        assertThat(signs(Question.RETURNED_OFTEN, part)).containsExactly(new Sign.ReturnedOften(3));
    }

    // --- facts ---

    @Test
    void findsRestatedFactsAndSaysWhichWerePreliminary() {
        stated("2045-02-01T09:00", actual(2044), "7");
        stated("2045-02-02T09:00", actual(2044), "7.0");
        var first = past.applied("2045-02-01T09:00", null);
        past.state(first, row, actual(2043), "5");
        past.preliminary(first, row, 2043);
        stated("2045-03-01T09:00", actual(2043), "6");
        stated("2045-04-01T09:00", actual(2043), "8");

        var found = ofRow(Question.FACTS_RESTATED);
        assertThat(found).extracting(answer -> answer.value().field().year()).containsExactly(2043, 2043);
        assertThat(found.getFirst().signs()).singleElement().isInstanceOfSatisfying(Sign.Restated.class, sign -> {
            assertThat(sign.times()).isEqualTo(2);
            assertThat(sign.preliminary()).isTrue();
            assertThat(Duration.between(
                            sign.first(), found.getFirst().revision().at()))
                    .isEqualTo(Duration.ofDays(59));
        });
    }

    @Test
    void findsFactsThatWereTakenAway() {
        stated("2045-02-01T09:00", actual(2044), "7");
        past.state(past.applied("2045-03-01T09:00", null), row, actual(2044), null);

        assertThat(ofRow(Question.FACTS_RESTATED))
                .singleElement()
                .satisfies(answer -> assertThat(answer.value().after()).isNull());
    }

    private long fact(String entered, String applied, String value, int year) {
        var request = past.request(entered, "ut", null);
        past.propose(entered, request, row, actual(year), value);
        past.submit(entered, request, 1);
        past.state(past.applied(applied, request), row, actual(year), value);
        return request;
    }

    @Test
    void findsFactsEnteredAfterTheirPeriodHadClosed() {
        var period =
                past.period(2044, "2045-01-10", "2045-02-10", indicator.ref().id());
        fact("2045-02-10T23:00", "2045-03-01T09:00", "7", 2044);
        fact("2045-02-11T00:30", "2045-03-02T09:00", "8", 2044);
        past.allow(period, "ut", "2045-04-01");
        fact("2045-03-15T09:00", "2045-03-16T09:00", "9", 2044);

        var found = ofRow(Question.FACTS_LATE);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().signs())
                .singleElement()
                .isInstanceOfSatisfying(
                        Sign.AfterClosing.class,
                        sign -> assertThat(sign.leave())
                                .isEqualTo(new Sign.Leave("Ким Е.", "economy", LocalDate.parse("2045-04-01"))));
        assertThat(found.getFirst().author()).isEqualTo(new Answer.Author("ut-official", "official", "ut"));
    }

    @Test
    void saysWhenNobodyGaveLeave() {
        past.period(2044, "2045-01-10", "2045-02-10", indicator.ref().id());
        fact("2045-02-15T09:00", "2045-03-16T09:00", "9", 2044);

        assertThat(signs(Question.FACTS_LATE)).singleElement().isInstanceOfSatisfying(Sign.AfterClosing.class, sign -> {
            assertThat(sign.leave()).isNull();
            assertThat(sign.closed()).isEqualTo(LocalDate.parse("2045-02-10"));
        });
    }

    @Test
    void letsFactsPassForWhichAnotherPeriodIsOpenOrNoneAsks() {
        past.period(2044, "2045-01-10", "2045-02-10", indicator.ref().id());
        past.period(2044, "2045-03-01", "2045-04-01", indicator.ref().id());
        fact("2045-03-15T09:00", "2045-05-01T09:00", "9", 2044);
        past.period(2043, "2044-01-10", "2044-02-10", UUID.randomUUID());
        fact("2045-03-15T09:00", "2045-05-01T09:00", "9", 2043);

        assertThat(ofRow(Question.FACTS_LATE)).isEmpty();
    }

    // --- pages ---

    @Test
    void givesEachAnswerOnceHoweverManyARevisionHolds() {
        better("HIGHER");
        var random = new Random(20_260);
        var expected = new ArrayList<Answer.Place>();
        for (int year = 3000; year < 3160; year++) {
            stated("2030-02-01T09:00", target(year), "100");
        }
        for (int year = 3000; year < 3160; ) {
            var revision = past.applied("2030-03-01T09:00", null);
            for (int many = random.nextInt(60); many >= 0 && year < 3160; many--, year++) {
                past.state(revision, row, target(year), random.nextInt(3) == 0 ? "101" : "99");
            }
        }
        var found = ofRow(Question.TARGETS_EASED);
        var lowered = JdbcClient.create(source)
                .sql("select count(*) from series_value where item_id = :row and year >= 3000 and number = 99")
                .param("row", row.id())
                .query(Long.class)
                .single();
        expected.addAll(found.stream().map(Answer::place).toList());

        assertThat(found).hasSize(lowered.intValue()).hasSizeGreaterThan(QuestionService.PAGE);
        assertThat(expected).doesNotHaveDuplicates();
        assertThat(found)
                .isSortedAccordingTo(
                        Comparator.comparing((Answer answer) -> answer.place().revision())
                                .reversed());
    }

    @Test
    void looksAtABoundedPartOfALongHistoryAndGoesOnWhereItEnded() throws Exception {
        better("HIGHER");
        stated("2030-02-01T09:00", target(2040), "10");
        stated("2030-02-02T09:00", target(2040), "9");
        var few = statements.during(this::firstPage);
        raise(5500);

        var many = new ArrayList<List<String>>();
        many.add(statements.during(this::firstPage));
        raise(500);
        many.add(statements.during(this::firstPage));
        var first = as(person("economy"), () -> questions.ask(Question.TARGETS_EASED, null));

        assertThat(few.size()).isLessThanOrEqualTo(many.get(0).size());
        assertThat(many.get(0)).hasSameSizeAs(many.get(1));
        assertThat(first.isCutShort(QuestionService.PAGE)).isTrue();
        assertThat(ofRow(Question.TARGETS_EASED))
                .as("behind all that was raised")
                .hasSize(1);
    }

    private void firstPage() {
        as(person("economy"), () -> questions.ask(Question.TARGETS_EASED, null));
    }

    /** A target of another year that is only ever raised, in as many revisions. */
    private void raise(int times) {
        var field = target(9000 + TAKEN.incrementAndGet());
        past.state(past.applied("2030-01-01T09:00", null), row, field, "1");
        var jdbc = JdbcClient.create(source);
        jdbc.sql("""
                insert into revision (number, committed_at, kind, reason)
                select nextval('revision_number'), '2031-01-01T09:00Z', 'APPLY', '' from generate_series(1, :times)
                """).param("times", times).update();
        jdbc.sql("""
                insert into series_value_aud (id, rev, revtype, item_id, year, comparison, number, attribute)
                select v.id, r.number, 1, v.item_id, v.year, '=', r.number, 'TARGET'
                from series_value v, (select number from revision order by number desc limit :times) r
                where v.item_id = :row and v.year = :year and v.attribute = 'TARGET'
                """)
                .param("times", times)
                .param("row", row.id())
                .param("year", field.year())
                .update();
        jdbc.sql("""
                update series_value set number = (select max(number) from revision)
                where item_id = :row and year = :year and attribute = 'TARGET'
                """).param("row", row.id()).param("year", field.year()).update();
    }

    // --- rights ---

    @Test
    void answersOnlyThoseWhoReadEverything() {
        for (var question : Question.values()) {
            Stream.of("economy", "akim-office", "auditor")
                    .forEach(account -> as(person(account), () -> questions.ask(question, null)));
            for (var account : List.of("ut-official", "ut-head", "curator-1", "admin")) {
                assertThatThrownBy(() -> as(person(account), () -> questions.ask(question, null)))
                        .isInstanceOf(AccessDeniedException.class);
            }
        }
    }
}
