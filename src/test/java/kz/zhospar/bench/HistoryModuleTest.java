package kz.zhospar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.change.RequestService;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.revision.Revisions;
import kz.zhospar.testing.TestDatabase;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history that is measured is one that could have been, and what is asked of it does not cost more as it grows. One
 * history is made and then continued; that the newest audit rows are the rows themselves is looked at after each test.
 */
@ZhosparTest(properties = {"zhospar.test=bench", "zhospar.test.connections=8"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryModuleTest {

    private static final int SHORT = 5_000;
    private static final int LONG = 50_000;
    private static final int SEED = 7;
    private static final int MOST = 2;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @Order(1)
    void isOneThatRequestsCouldHaveMade() {
        var generator = generator();
        generator.begunAt(Instant.now().minus(Duration.ofDays(3652)));
        assertThat(generator.fill(SHORT, Instant.now().minus(Duration.ofDays(1800)), SEED))
                .isBetween(SHORT * 9L / 10, SHORT * 11L / 10);

        assertThat(generator.tables())
                .allSatisfy(table -> assertThat(jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isPositive());
        assertThat(applied()).hasSizeGreaterThan(60).allSatisfy(this::changesThePlanAsItsRequestSays);
        assertThat(context.getBean(PlanArchive.class)
                        .atRevision(applied().getFirst().number())
                        .orElseThrow()
                        .items())
                .isEqualTo(context.getBean(PlanService.class).current().items());
    }

    private void changesThePlanAsItsRequestSays(RevisionRecord revision) {
        var archive = context.getBean(PlanArchive.class);
        var made = PlanDiff.between(
                archive.before(revision.number()).orElseThrow(),
                archive.atRevision(revision.number()).orElseThrow());
        var request = Objects.requireNonNull(revision.request());
        var proposed = installation()
                .as(
                        "auditor",
                        () -> context.getBean(RequestService.class)
                                .find(request)
                                .changes());
        assertThat(new HashSet<>(made)).as("revision %s", revision).isEqualTo(new HashSet<>(proposed));
    }

    @Test
    @Order(2)
    void isReadInAsManyPagesHoweverLongItIs() {
        var before = pages();
        assertThat(generator().fill(LONG, Instant.now().minus(Duration.ofDays(1)), SEED + 1))
                .isBetween(LONG * 9L / 10, LONG * 11L / 10);
        var after = pages();

        assertThat(before)
                .allSatisfy((question, pages) -> assertThat(after.get(question))
                        .as("%s: %s pages, then %s", question, pages, after.get(question))
                        .isLessThanOrEqualTo(pages * MOST));
    }

    private Map<String, Long> pages() {
        var readings = new Readings(installation(), generator(), SEED);
        var asked = new LinkedHashMap<String, Consumer<Readings>>();
        asked.put("as of", Readings::asOf);
        asked.put("history of a value", Readings::historyOfAValue);
        asked.put("first page of the log", Readings::firstPageOfTheLog);
        asked.put("comparison", Readings::comparison);
        var pages = new LinkedHashMap<String, Long>();
        asked.forEach((question, reading) ->
                pages.put(question, new Pages(installation(), true).during(() -> reading.accept(readings))));
        return pages;
    }

    @Test
    @Order(3)
    void isWhatEachBenchmarkRunsOn() {
        var lines = new ArrayList<String>();
        var measurements = new Measurements(new Report(lines::add), 0, 1);
        var sized = Measurements.Sized.of(installation());
        measurements.readings(List.of(sized));
        measurements.verification(sized, 1);
        try (var plain = Installation.startWithoutAudit()) {
            measurements.approvals(installation(), plain);
            assertThat(isOnlyKeptByJavers(plain)).isTrue();
        }
        assertThat(lines).filteredOn(line -> line.contains(" ms  ")).hasSize(5 + 1 + 4 + 4);
        assertThat(lines).anyMatch(line -> line.endsWith(" 0 faults"));
    }

    /** Two ways of two measurements, a hundred rows each; in Envers' tables nothing but the first load. */
    private static boolean isOnlyKeptByJavers(Installation plain) {
        return TestDatabase.asOwner(plain.url())
                .sql("select (select count(*) from jv_snapshot) >= 400 and (select max(rev) from series_value_aud) = 1")
                .query(Boolean.class)
                .single();
    }

    private List<RevisionRecord> applied() {
        var filter = new RevisionFilter(null, Set.of(RevisionKind.APPLY), null, null, null, null, null, null, null);
        return installation()
                .transaction()
                .execute(_ -> context.getBean(Revisions.class).find(filter, Integer.MAX_VALUE));
    }

    private HistoryGenerator generator() {
        return new HistoryGenerator(context);
    }

    private Installation installation() {
        return new Installation(context);
    }
}
