package kz.zhospar.access;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.Reading;
import kz.zhospar.audit.Readings;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestService;
import kz.zhospar.conversation.CommentRefusal;
import kz.zhospar.conversation.ConversationService;
import kz.zhospar.finding.FindingRefusal;
import kz.zhospar.finding.FindingService;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.testing.HttpBrowser;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Over HTTP, because that is where people come in. The settings are those of the browser tests, to share their start. */
@ZhosparTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
class AccessModuleTest {

    @Autowired
    private AccessService access;

    @Autowired
    private AccessTrail trail;

    @Autowired
    private HistoryService history;

    @Autowired
    private RequestService requests;

    @Autowired
    private FindingService findings;

    @Autowired
    private ConversationService conversations;

    @Autowired
    private Readings readings;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    private HttpBrowser browser;
    private long before;

    @BeforeEach
    void remember() {
        browser = new HttpBrowser(port);
        before = records(AccessFilter.NONE, 1).stream()
                .mapToLong(AccessRecord::number)
                .sum();
    }

    private List<AccessRecord> records(AccessFilter filter, int limit) {
        return as(person("auditor"), () -> access.find(filter, limit));
    }

    /** What this test has caused, the newest first. */
    private List<AccessRecord> news() {
        return records(AccessFilter.NONE, 100).stream()
                .filter(found -> found.number() > before)
                .toList();
    }

    @Test
    void keepsWhoComesAndGoesWithAddressAndBrowser() {
        browser.signIn("uoz-head", "uoz-head");
        browser.post("/logout", Map.of("_csrf", browser.csrfToken()));

        assertThat(news()).extracting(AccessRecord::kind).containsExactly(AccessKind.SIGN_OUT, AccessKind.SIGN_IN);
        assertThat(news()).allSatisfy(found -> {
            assertThat(found.person()).isNotNull();
            assertThat(found.person().account()).isEqualTo("uoz-head");
            assertThat(found.person().body()).isEqualTo("uoz");
            assertThat(found.address()).isEqualTo("127.0.0.1");
            assertThat(found.agent()).isEqualTo(HttpBrowser.AGENT);
        });
    }

    @Test
    void keepsWrongPasswordsWithTheAccountButNoNameThatIsNone() {
        browser.signIn("uoz-head", "wrong");
        browser.signIn("my secret password", "uoz-head");

        assertThat(news())
                .extracting(AccessRecord::kind)
                .containsExactly(AccessKind.SIGN_IN_FAILED, AccessKind.SIGN_IN_FAILED);
        assertThat(news().getFirst().person()).isNull();
        assertThat(news().getLast().person()).isNotNull();
        assertThat(news().toString()).doesNotContain("secret");
        // The account is not to stay slowed down for other tests.
        browser.signIn("uoz-head", "uoz-head");
    }

    @Test
    void countsAttemptsThatComeInMasses() {
        for (int i = 0; i < 40; i++) {
            trail.signInFailed(person("uo-head"));
        }
        // At most two minutes were begun in that time.
        assertThat(news()).hasSizeLessThanOrEqualTo(21).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void keepsRefusedAddresses() {
        browser.signIn("admin", "admin");
        assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(403);
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);

        assertThat(news()).extracting(AccessRecord::object).containsExactly("POST /logout", "GET /actuator/env", "");
        assertThat(news().getFirst().person()).isNotNull();
        assertThat(news().getFirst().kind()).isEqualTo(AccessKind.REFUSAL);
    }

    @Test
    void keepsWhatServicesRefuse() {
        var official = person("uoz-official");
        assertThatThrownBy(() -> as(official, () -> access.find(AccessFilter.NONE, 1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(official, () -> requests.find(987_654_321L)))
                .isInstanceOf(Refusal.class);

        assertThat(news())
                .extracting(AccessRecord::object)
                .containsExactly("RequestService.find(987654321)", "AccessService.find(1)");
    }

    @Test
    void keepsWhatIsSaidNotToExist() {
        var official = person("uoz-official");
        var thread = UUID.randomUUID();
        assertThatThrownBy(() -> as(official, () -> findings.find(987_654_321L)))
                .isInstanceOf(FindingRefusal.class);
        as(
                official,
                () -> assertThatThrownBy(() -> conversations.resolve(thread)).isInstanceOf(CommentRefusal.class));

        assertThat(news())
                .extracting(AccessRecord::object)
                .containsExactly("ConversationService.resolve(" + thread + ")", "FindingService.find(987654321)");
    }

    @Test
    void keepsARefusalThoughItsTransactionFails() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    as(person("uoz-official"), () -> trail.refused("something"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(news()).extracting(AccessRecord::object).containsExactly("something");
    }

    @Test
    void tellsThatSomebodyHasAnotherPost() {
        signedIn(new Person("mover", "Переходящий", Set.of(Role.OFFICIAL), "uoz", null));
        signedIn(new Person("mover", "Переходящий", Set.of(Role.OFFICIAL), "uoz", null));
        signedIn(new Person("mover", "Переходящий", Set.of(Role.HEAD), "uo", null));

        assertThat(news())
                .extracting(AccessRecord::kind)
                .containsExactly(AccessKind.ROLE_CHANGE, AccessKind.SIGN_IN, AccessKind.SIGN_IN, AccessKind.SIGN_IN);
        assertThat(news().getFirst().object()).isEqualTo("official/uoz → head/uo");
    }

    private void signedIn(Person person) {
        as(person, () -> trail.signedIn(person));
    }

    @Test
    void keepsWhatIsTakenAlong() {
        as(person("economy"), () -> readings.taken(Reading.file(Reading.What.EXPORT, "Сравнение.xlsx", null, 12)));
        assertThat(browser.get("/api/v1/plans/almaty-2021-2025.xlsx").statusCode())
                .isEqualTo(200);

        assertThat(news()).extracting(AccessRecord::kind).containsExactly(AccessKind.DOWNLOAD, AccessKind.DOWNLOAD);
        assertThat(news().getFirst().object()).endsWith(".xlsx");
        assertThat(news().getFirst().person()).isNull();
        assertThat(news().getLast().object()).isEqualTo("Сравнение.xlsx");
    }

    @Test
    void filtersByPersonKindAndMoment() {
        browser.signIn("uo-official", "uo-official");
        var signIn = news().getFirst();

        var found = records(
                new AccessFilter(
                        null,
                        "UO-OFF",
                        AccessKind.SIGN_IN,
                        signIn.at(),
                        signIn.at().plusMillis(1)),
                10);
        assertThat(found).containsExactly(signIn);
        assertThat(records(new AccessFilter(null, "127.0.0.1", null, signIn.at(), null), 10))
                .contains(signIn);
        assertThat(records(AccessFilter.NONE.before(signIn.number()), 1))
                .allSatisfy(older -> assertThat(older.number()).isLessThan(signIn.number()));
    }

    @Test
    void isARevisionThatOnlyAuditorsSee() {
        browser.signIn("uoz-head", "uoz-head");
        var filter = new RevisionFilter(null, Set.of(RevisionKind.ACCESS), null, null, null, null, null, null, null);

        assertThat(as(person("auditor"), () -> history.log(filter, 1)))
                .singleElement()
                .satisfies(revision -> {
                    assertThat(revision.account()).isEqualTo("uoz-head");
                    assertThat(revision.reason()).isEqualTo("SIGN_IN");
                });
        assertThat(as(person("economy"), () -> history.log(filter, 1))).isEmpty();
        assertThat(as(person("uoz-head"), () -> history.log(filter, 1))).isEmpty();
    }
}
