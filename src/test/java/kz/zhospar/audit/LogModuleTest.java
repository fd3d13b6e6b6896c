package kz.zhospar.audit;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.Formats;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanService;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.PastHistory;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.ZhosparTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the log says of each revision, whom it shows what, what it keeps of readers, and the filters people keep. */
@ZhosparTest(properties = "zhospar.test=questions")
class LogModuleTest {

    private static final int PAGE = 50;

    @Autowired
    private HistoryService history;

    @Autowired
    private SavedQueryService queries;

    @Autowired
    private Readings readings;

    @Autowired
    private RequestService requests;

    @Autowired
    private PlanService plans;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource source;

    @Autowired
    private Statements statements;

    private Drafts drafts;
    private PastHistory past;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
        past = new PastHistory(JdbcClient.create(source));
    }

    private List<LogEntry> entries(String account, RevisionFilter filter, @Nullable ItemRef object, int limit) {
        return as(person(account), () -> history.entries(filter, object, limit));
    }

    private static RevisionFilter of(long request, RevisionKind... kinds) {
        return new RevisionFilter(null, Set.of(kinds), null, request, null, null, null, null, null);
    }

    // --- what a revision touched ---

    @Test
    void saysWhatEachRevisionTouched() {
        var number = drafts.applied("uoz", "Больницы");

        assertThat(entries("auditor", of(number, RevisionKind.APPLY), null, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.touched())
                        .containsEntry(Touched.VALUES, 1)
                        .containsEntry(Touched.DECISIONS, 1)
                        .containsEntry(Touched.REQUESTS, 1)
                        .doesNotContainKeys(Touched.COMMENTS, Touched.OTHER));
    }

    @Test
    void namesEveryAuditedTable() {
        var tables = JdbcClient.create(source)
                .sql(
                        "select replace(table_name, '_aud', '') from information_schema.tables where table_name like '%\\_aud'")
                .query(String.class)
                .list();

        assertThat(tables)
                .isNotEmpty()
                // The hourly proof leaves no row behind.
                .filteredOn(table -> !table.equals("canary"))
                .allSatisfy(table -> assertThat(Touched.of(table)).as(table).isNotEqualTo(Touched.OTHER));
    }

    @Test
    void readsAPageInAsManyStatementsAsAShorterOne() throws Exception {
        var few = statements.during(() -> entries("economy", RevisionFilter.NONE, null, 2));
        for (int i = 0; i < PAGE; i++) {
            drafts.draft("uoz", "Ещё");
        }

        var many = statements.during(() ->
                assertThat(entries("economy", RevisionFilter.NONE, null, PAGE)).hasSize(PAGE));

        assertThat(many).hasSameSizeAs(few).hasSize(2);
        assertThat(many).noneMatch(sql -> sql.contains("justification") || sql.contains("changes"));
    }

    @Test
    void readsAnItemsPageInAsManyStatementsHoweverLongItsHistory() throws Exception {
        var row = drafts.series("uk").ref();
        drafts.applied("uk", "Первое");
        var few = statements.during(() -> entries("economy", RevisionFilter.NONE, row, PAGE));
        for (int i = 0; i < 15; i++) {
            drafts.draft("uk", "Ещё");
        }

        var many = statements.during(() -> entries("economy", RevisionFilter.NONE, row, PAGE));

        assertThat(many).hasSameSizeAs(few).hasSize(3);
    }

    // --- filters and pages ---

    @Test
    void pagesWithoutGapsOrDoublesWhateverTheFilter() {
        var start = Instant.now();
        for (int i = 0; i < 10; i++) {
            drafts.submitted("ut", "Страницы");
        }
        var random = new Random(7);
        var row = drafts.series("ut").ref();
        var filters = List.of(
                RevisionFilter.NONE,
                RevisionFilter.NONE.ofPerson("UT-off"),
                new RevisionFilter(null, Set.of(RevisionKind.DRAFT), "ut", null, null, null, null, null, null),
                new RevisionFilter(null, null, null, null, "страницы", start, null, null, null));
        for (var filter : filters) {
            for (var object : new @Nullable ItemRef[] {null, row}) {
                var all = numbers(entries("auditor", filter, object, 200));
                var size = 1 + random.nextInt(20);
                assertThat(all).hasSizeGreaterThan(9).doesNotHaveDuplicates();
                assertThat(paged(filter, object, size, all.size())).isEqualTo(all);
            }
        }
    }

    private List<Long> paged(RevisionFilter filter, @Nullable ItemRef object, int size, int many) {
        var found = new ArrayList<Long>();
        var page = numbers(entries("auditor", filter, object, size));
        while (!page.isEmpty() && found.size() < many) {
            found.addAll(page.subList(0, Math.min(page.size(), many - found.size())));
            page = numbers(entries("auditor", filter.before(page.getLast()), object, size));
        }
        return found;
    }

    private static List<Long> numbers(List<LogEntry> entries) {
        return entries.stream().map(entry -> entry.revision().number()).toList();
    }

    @Test
    void findsEverythingThatConcernsAnItemAndNothingElse() {
        var number = drafts.applied("uzo", "Объект");
        var other = drafts.applied("uk", "Другой объект");
        var row = drafts.series("uzo").ref();
        var goal = plans.current().tree().goalOf(row).orElseThrow().ref();

        for (var object : List.of(row, goal)) {
            var found = entries("auditor", RevisionFilter.NONE, object, 1000);
            assertThat(found)
                    .extracting(entry -> entry.revision().request())
                    .contains(number)
                    .doesNotContain(other);
            assertThat(found)
                    .extracting(entry -> entry.revision().kind())
                    .contains(RevisionKind.LOAD, RevisionKind.DRAFT, RevisionKind.DECISION, RevisionKind.APPLY);
        }
        assertThat(entries("auditor", RevisionFilter.NONE, new ItemRef(ItemType.SERIES, UUID.randomUUID()), 10))
                .isEmpty();
    }

    @Test
    void findsTheRowsOfAnIndicator() {
        var number = drafts.applied("uzo", "Показатель");
        var row = drafts.series("uzo");
        var indicator = plans.current()
                .tree()
                .indicators()
                .filter(one ->
                        one.series().stream().anyMatch(series -> series.ref().equals(row.ref())))
                .findFirst()
                .orElseThrow();

        assertThat(entries("auditor", RevisionFilter.NONE, indicator.ref(), 1000))
                .extracting(entry -> entry.revision().request())
                .contains(number);
    }

    @Test
    void showsADepartmentOnlyItsOwnAlsoOfAnItem() {
        drafts.applied("uzo", "Чужое");
        var row = drafts.series("uzo").ref();

        assertThat(entries("uzo-official", RevisionFilter.NONE, row, 1000))
                .isNotEmpty()
                // The hourly proof leaves no row behind.
                .filteredOn(table -> !table.equals("canary"))
                .allSatisfy(entry -> assertThat(entry.revision().body()).isEqualTo("uzo"));
        assertThat(entries("ut-official", RevisionFilter.NONE, row, 1000)).isEmpty();
    }

    // --- readings ---

    private List<RevisionRecord> readings(String account) {
        var filter = new RevisionFilter(null, Set.of(RevisionKind.READING), null, null, null, null, null, null, null);
        return as(person("economy"), () -> history.log(filter, 1000)).stream()
                .filter(revision -> account.equals(revision.account()))
                .toList();
    }

    private long readings(String account, String reason) {
        return readings(account).stream()
                .filter(revision -> revision.reason().equals(reason))
                .count();
    }

    @Test
    void keepsWhatAnAuditorOpensOnceInAnHour() {
        var number = drafts.applied("uo", "Прочитанное");
        var row = drafts.series("uo").ref();
        var revision = numbers(entries("auditor", of(number, RevisionKind.APPLY), null, 1))
                .getFirst();

        for (int i = 0; i < 2; i++) {
            as(person("auditor"), () -> history.of(row));
            as(person("auditor"), () -> history.revision(revision));
            as(person("auditor"), () -> requests.open(number));
            as(person("uo-head"), () -> history.of(row));
        }

        assertThat(readings("auditor", "HISTORY " + row)).isEqualTo(1);
        assertThat(readings("auditor", "REVISION " + revision)).isEqualTo(1);
        assertThat(readings("auditor").stream()
                        .filter(reading -> Long.valueOf(number).equals(reading.request())))
                .hasSize(1);
        assertThat(readings("uo-head")).noneMatch(reading -> reading.reason().startsWith("HISTORY"));
    }

    @Test
    void keepsAReadingAgainAfterAnHour() {
        var row = new ItemRef(ItemType.SERIES, UUID.randomUUID());
        var reading = Reading.history(row);
        assertThat(reading.reason()).isEqualTo("HISTORY " + row);
        read(reading, Duration.ofMinutes(61));
        as(person("auditor"), () -> readings.note(reading));
        as(person("auditor"), () -> readings.note(reading));

        assertThat(readings("auditor", reading.reason())).isEqualTo(2);
    }

    private void read(Reading reading, Duration ago) {
        var at = LocalDateTime.ofInstant(Instant.now().minus(ago), Formats.ZONE);
        var number = past.revision("READING", at.toString(), null);
        JdbcClient.create(source)
                .sql("insert into revision (number, committed_at, kind, account, reason)"
                        + " select nextval('revision_number'), committed_at, kind, 'auditor', :reason"
                        + " from revision where number = :number")
                .param("reason", reading.reason())
                .param("number", number)
                .update();
    }

    @Test
    void keepsEachFileThatIsTaken() {
        var file = Reading.file(Reading.What.EXPORT, "comparison 12..40.xlsx", null, 18_233);
        as(person("economy"), () -> readings.taken(file));
        as(person("economy"), () -> readings.taken(file));

        assertThat(readings("economy", "EXPORT comparison 12..40.xlsx (18233)")).isEqualTo(2);
        assertThat(Reading.of(file.reason())).contains(file);
        assertThat(Reading.of("Заголовок запроса")).isEmpty();
        assertThat(Reading.of("HISTORY ")).isEmpty();
        assertThat(Reading.of("слово")).isEmpty();
    }

    @Test
    void keepsAReadingEvenWhenTheReadingFails() {
        var missing = new ItemRef(ItemType.SERIES, UUID.randomUUID());
        assertThatThrownBy(() -> as(person("ut-official"), () -> history.of(missing)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(readings("ut-official"))
                .noneMatch(reading -> reading.reason().contains(missing.toString()));
    }

    // --- grounds ---

    @Test
    void tellsTheDocumentTheRoundAndWhenTheFactWasKnown() {
        var number = drafts.applied("uo", "Основание");
        var row = drafts.series("uo").ref();
        var entry = as(person("auditor"), () -> history.of(row)).stream()
                .filter(one -> Long.valueOf(number).equals(one.revision().request()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.grounds().basis().name()).isEqualTo("Протокол № 7");
        assertThat(entry.grounds().round()).isEqualTo(1);
        assertThat(entry.facts()).isEmpty();

        var year = entry.changes().getFirst().fieldOrNull().year();
        var known = past.applied("2026-01-10T09:00", null);
        past.state(known, row, Field.of(Attribute.ACTUAL, year), "5");
        assertThat(as(person("auditor"), () -> history.of(row)).stream()
                        .filter(one ->
                                Long.valueOf(number).equals(one.revision().request()))
                        .flatMap(one -> one.facts().stream()))
                .singleElement()
                .satisfies(fact -> assertThat(fact.revision()).isEqualTo(known));
    }

    // --- saved queries ---

    @Test
    void keepsFiltersForEachPersonByName() {
        var kept = as(person("auditor"), () -> queries.save(" Моё ", "kind=apply", false));
        as(person("auditor"), () -> queries.save("Моё", "kind=load", false));

        assertThat(as(person("auditor"), queries::visible))
                .filteredOn(query -> query.name().equals("Моё"))
                .singleElement()
                .satisfies(query -> {
                    assertThat(query.id()).isEqualTo(kept.id());
                    assertThat(query.query()).isEqualTo("kind=load");
                    assertThat(query.own()).isTrue();
                });
        assertThat(as(person("economy"), queries::visible)).isEmpty();

        assertThatThrownBy(() -> as(person("economy"), () -> queries.delete(kept.id())))
                .isInstanceOfSatisfying(
                        SavedQueryRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(SavedQueryRefusal.Reason.NOT_FOUND));
        as(person("auditor"), () -> queries.delete(kept.id()));
        assertThat(as(person("auditor"), queries::visible))
                .noneMatch(query -> query.name().equals("Моё"));
    }

    @Test
    void sharesBetweenAuditorsAlone() {
        as(person("economy"), () -> queries.save("Экономика", "kind=apply", true));
        var shared = as(person("economy"), queries::visible);

        assertThat(shared)
                .singleElement()
                .satisfies(query -> assertThat(query.shared()).isFalse());
        assertThat(as(person("auditor"), queries::visible))
                .noneMatch(query -> query.name().equals("Экономика"));
        JdbcClient.create(source)
                .sql("""
                with kept as (
                    insert into saved_query (id, version, account, owner, name, query, shared, saved_at)
                    values (gen_random_uuid(), 0, 'auditor-2', 'Другой аудитор', 'Общее', 'kind=apply', true, now())
                    returning *
                )
                insert into saved_query_aud (id, rev, revtype, account, owner, name, query, shared, saved_at)
                select id, :rev, 0, account, owner, name, query, shared, saved_at from kept
                """)
                .param("rev", past.revision("ADMINISTRATION", "2026-01-01T09:00", null))
                .update();
        assertThat(as(person("auditor"), queries::visible))
                .filteredOn(query -> query.name().equals("Общее"))
                .singleElement()
                .satisfies(query -> assertThat(query.own()).isFalse());
        assertThat(as(person("akim-office"), queries::visible)).isEmpty();
        shared.forEach(query -> as(person("economy"), () -> queries.delete(query.id())));
    }

    @Test
    void refusesNamesThatAreNone() {
        assertRefused("  ", SavedQueryRefusal.Reason.NO_NAME);
        assertRefused("я".repeat(81), SavedQueryRefusal.Reason.NAME_TOO_LONG);
        for (int i = 0; i < 50; i++) {
            var name = "Отбор " + i;
            as(person("curator-1"), () -> queries.save(name, "", false));
        }
        assertThatThrownBy(() -> as(person("curator-1"), () -> queries.save("Ещё", "", false)))
                .isInstanceOf(SavedQueryRefusal.class);
        as(person("curator-1"), () -> queries.save("Отбор 7", "kind=all", false));
    }

    private void assertRefused(String name, SavedQueryRefusal.Reason reason) {
        assertThatThrownBy(() -> as(person("auditor"), () -> queries.save(name, "", false)))
                .isInstanceOfSatisfying(
                        SavedQueryRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
