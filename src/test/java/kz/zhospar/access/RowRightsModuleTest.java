package kz.zhospar.access;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.SavedQueryService;
import kz.zhospar.change.HandOverService;
import kz.zhospar.change.RequestQuery;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.common.Formats;
import kz.zhospar.finding.FindingCommand;
import kz.zhospar.finding.FindingFilter;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.reporting.ExceptionService;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.TestDatabase;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may see little is not given much to be sorted out: rights to rows are part of the query. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowRightsModuleTest {

    private static final int FOREIGN = 40;
    private static final int HANDED_OVER = 2;

    /** Of a body of which no other test knows anything. */
    private static final String HEAD = "seismology-head";

    private static final String OFFICIAL = "seismology-official";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private EntityManagerFactory entities;

    private long request;

    private <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    @BeforeAll
    void prepare() {
        var drafts = new Drafts(context);
        for (int i = 0; i < FOREIGN; i++) {
            request = drafts.submitted("uo", "Чужой запрос " + i);
            var about = new Subject.OfRequest(request);
            as(
                    person("auditor"),
                    () -> service(FindingService.class)
                            .raise(new FindingCommand(about, "uo", Severity.LOW, "Чужое", today().plusDays(9))));
        }
        as(person("auditor"), () -> {
            for (int i = 0; i < FOREIGN; i++) {
                service(FindingService.class)
                        .raise(new FindingCommand(
                                new Subject.OfRequest(request), "uo", Severity.LOW, "Чужое", today().plusDays(9)));
                service(SavedQueryService.class).save("Чужой отбор " + i, "kind=all", true);
            }
        });
        // Each handing over and back is kept.
        as(person("admin"), () -> {
            for (int i = 0; i < HANDED_OVER; i++) {
                service(HandOverService.class).handOver("uo-official", "uo-head", "Отпуск");
                service(HandOverService.class).handOver("uo-head", "uo-official", "Возвращение");
            }
        });
    }

    /** What was done here is still being told to people, which reads rows too. */
    @BeforeEach
    void untilAllIsTold() throws InterruptedException {
        var owner = TestDatabase.asOwner(context);
        while (owner.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single()
                > 0) {
            Thread.sleep(50);
        }
    }

    private Map<String, Supplier<Collection<?>>> lists() {
        var requests = service(RequestService.class);
        var findings = service(FindingService.class);
        return Map.ofEntries(
                Map.entry("requests", () -> requests.page(RequestQuery.ALL, 0).rows()),
                Map.entry(
                        "found requests",
                        () -> requests.page(new RequestQuery(null, null, null, "Чужой"), 0)
                                .rows()),
                Map.entry("numbers of requests", requests::numbers),
                Map.entry("what awaits me", requests::awaitingMe),
                Map.entry("bodies of requests", requests::bodies),
                Map.entry("findings", () -> findings.list(new FindingFilter(null, null, null))),
                Map.entry("findings on a request", () -> findings.on(new Subject.OfRequest(request))),
                Map.entry("findings awaiting me", findings::awaitingMe),
                Map.entry("log", () -> service(HistoryService.class).entries(RevisionFilter.NONE, null, 200)),
                Map.entry("notices", () -> service(NotificationService.class).latest(null, 200)),
                Map.entry("filters", () -> service(SavedQueryService.class).visible()),
                Map.entry(
                        "substitutions",
                        () -> service(SubstitutionService.class).visible()),
                Map.entry("exceptions", () -> service(ExceptionService.class).all()));
    }

    @Test
    void readsNoRowsOfOthersForAList() {
        var read = new TreeMap<String, Long>();
        for (var account : List.of(OFFICIAL, HEAD)) {
            as(person(account), () -> lists().forEach((name, list) -> read.merge(name, rows(list), Long::sum)));
        }
        as(person(HEAD), () -> {
            read.put("leavers", rows(() -> service(HandOverService.class).leavers()));
            read.put("past", rows(() -> service(HandOverService.class).past()));
        });
        System.out.println("Rows read for lists of somebody with little of his own beside many of others: " + read);
        assertThat(read).allSatisfy((name, rows) -> assertThat(rows).as(name).isLessThan(FOREIGN / 4));
    }

    /** The same lists do read rows where there are some to see, so that what is counted above is what they read. */
    @Test
    void readsTheRowsOfThoseWhoSeeThem() {
        as(person("auditor"), () -> {
            assertThat(rows(lists().get("requests"))).isGreaterThanOrEqualTo(FOREIGN);
            assertThat(rows(lists().get("findings"))).isGreaterThanOrEqualTo(2 * FOREIGN);
            assertThat(rows(lists().get("findings on a request"))).isGreaterThanOrEqualTo(FOREIGN);
        });
        as(person("uo-head"), () -> {
            assertThat(rows(lists().get("what awaits me"))).isGreaterThanOrEqualTo(FOREIGN);
            assertThat(service(HandOverService.class).past()).hasSizeGreaterThanOrEqualTo(2 * HANDED_OVER);
        });
    }

    /** The entities that come out of the database, and the rows of lists that come without any. */
    private long rows(Supplier<Collection<?>> list) {
        // The application reads rows for itself now and then, and the counter is one for all.
        return IntStream.range(0, 3).mapToLong(_ -> once(list)).min().orElseThrow();
    }

    private long once(Supplier<Collection<?>> list) {
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        var before = statistics.getEntityLoadCount();
        var shown = list.get();
        return Math.max(statistics.getEntityLoadCount() - before, shown.size());
    }

    private static LocalDate today() {
        return LocalDate.now(Formats.ZONE);
    }
}
