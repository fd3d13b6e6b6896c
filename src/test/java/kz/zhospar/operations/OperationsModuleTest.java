package kz.zhospar.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.Outage;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.plan.PlanService;
import kz.zhospar.seal.internal.Canary;
import kz.zhospar.seal.internal.SealJob;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.HttpBrowser;
import kz.zhospar.testing.TestDatabase;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of the application, while its database is well and while it is not. */
@ZhosparTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "zhospar.test=operations",
            "management.server.port=0",
            "vaadin.productionMode=true",
            "spring.datasource.hikari.connection-timeout=1000"
        })
@Import(OperationsModuleTest.Writing.class)
class OperationsModuleTest {

    /** What is done and said for a browser, in one request. */
    @RestController
    static class Writing {

        private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

        private final DraftService drafts;

        Writing(DraftService drafts) {
            this.drafts = drafts;
        }

        @GetMapping("/documents/written")
        String write(@RequestParam long number, @RequestParam String typed) {
            drafts.describe(number, "Описан по HTTP", "Обоснование", Basis.named(""));
            LOG.error("typed: {}", typed, new IllegalStateException(typed));
            return typed;
        }
    }

    private static final int CONNECTIONS = 6;
    private static final int PATIENCE = 30;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DraftService drafts;

    @Autowired
    private RequestService requests;

    @Autowired
    private PlanService plans;

    @Autowired
    private Jottings jottings;

    @Autowired
    private Canary canary;

    @Autowired
    private SealJob seals;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @AfterEach
    void isWellAgain() throws Exception {
        recover();
        assertThat(management("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"})
    void keepsManagementOffTheApplicationsPort(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(302);
        assertThat(get(path).headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @Test
    void offersNothingButHealthAndMetricsOnTheManagementPort() throws Exception {
        assertThat(management("/actuator/health").statusCode()).isEqualTo(200);
        for (var path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/login", "/plan"}) {
            assertThat(management(path).statusCode()).as(path).isIn(302, 404);
        }
    }

    @Test
    void countsWhatOperatorsWatch() throws Exception {
        var some = new Drafts(context);
        some.applied("ugm", "Применённый");
        some.submitted("ugm", "Ждёт руководителя");
        seals.seal();
        canary.sing();
        Thread.sleep(10_100); // as long as figures are kept
        assertThat(management("/actuator/prometheus").body())
                .contains("zhospar_requests{state=\"approved\"} 1.0")
                .contains("zhospar_requests_waiting{step=\"head\"} 1.0")
                .contains("zhospar_requests_waiting{step=\"curator\"} 0.0")
                .contains("zhospar_audit_well 1.0", "zhospar_seal_waiting 0.0")
                .contains("zhospar_seal_age_seconds ", "zhospar_audit_proof_age_seconds ")
                .contains("zhospar_outbox_waiting ", "zhospar_letters_waiting 0.0", "zhospar_letters_given_up 0.0")
                .contains("zhospar_sessions ", "zhospar_screens ")
                .contains("hikaricp_connections_active", "jvm_memory_used_bytes", "http_server_requests_seconds_count");
    }

    @Test
    void namesEveryRequest() throws Exception {
        var own = get("/livez").headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(own).matches("[0-9a-f-]{36}");
        assertThat(answeredId("proxy-0123456789")).isEqualTo("proxy-0123456789");
        for (var forged : new String[] {"short", "a".repeat(65), "with space 123", "\"}{\"level\":\"x\"}"}) {
            assertThat(answeredId(forged)).as(forged).matches("[0-9a-f-]{36}");
        }
    }

    private String answeredId(String proposed) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/livez".formatted(port)))
                .header("X-Request-Id", proposed)
                .build();
        return HTTP.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash"})
    @ExtendWith(OutputCaptureExtension.class)
    void writesJsonForProgramsThatNobodysWordsGetOutOf(String format, CapturedOutput output) throws Exception {
        var number = draft();
        var typed = "\"}\n{\"revision\":666,\"forged\":true}\r\n2026-01-01 ERROR forged\u2028\u001b[31m\\";
        var browser = new HttpBrowser(port);
        browser.signIn("ugm-official", "ugm-official");
        var log = Logs.during(Logs.ofImage(format), output, () -> {
            var path = "/documents/written?number=%d&typed=%s".formatted(number, URLEncoder.encode(typed, UTF_8));
            assertThat(browser.get(path, "X-Request-Id", "proxy-0123456789").statusCode())
                    .isEqualTo(200);
        });

        var revision = log.line("Revision ");
        assertThat(Logs.field(revision, "revision").asLong()).isEqualTo(lastRevision());
        var spoken = log.line("typed: ");
        assertThat(Logs.field(spoken, "message").asString()).isEqualTo("typed: " + typed);
        assertThat(Logs.field(spoken, format.equals("ecs") ? "error.stack_trace" : "stack_trace")
                        .asString())
                .startsWith("java.lang.IllegalStateException: " + typed);
        assertThat(spoken.propertyNames()).doesNotContain("forged", "revision");
        for (var line : List.of(revision, spoken)) {
            assertThat(Logs.field(line, "http.request.id").asString()).isEqualTo("proxy-0123456789");
            assertThat(Logs.field(line, "user.name").asString()).isEqualTo("ugm-official");
            assertThat(Logs.field(line, "change_request").asString()).isEqualTo(String.valueOf(number));
        }
    }

    private long lastRevision() {
        return TestDatabase.asOwner(context)
                .sql("select max(number) from revision")
                .query(Long.class)
                .single();
    }

    @Test
    void saysThatTheDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
        var number = draft();
        TestDatabase.whileAway(context, () -> {
            assertThat(outage(number)).contains(Outage.UNREACHABLE);
            assertThat(get("/readyz").statusCode()).isEqualTo(503);
            assertThat(get("/livez").statusCode()).isEqualTo(200);
            assertThat(management("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(get("/api/v1/plans").statusCode())
                    .as("the plan is in memory")
                    .isEqualTo(200);
            var past = get("/api/v1/plans/almaty-2021-2025?asOf=2026-01-01T00:00:00Z");
            assertThat(past.statusCode()).as(past.body()).isEqualTo(503);
            assertThat(past.body()).contains("/problems/outage");
            assertThat(past.headers().firstValue("Retry-After")).contains("60");
        });
        recover();
        assertThat(title(number)).isEqualTo("До сбоя");
        describe(number, "После сбоя");
        assertThat(title(number)).isEqualTo("После сбоя");
    }

    @Test
    void appliesChangesAgainWhenTheDatabaseIsBack() throws Exception {
        var before = plans.current().revision();
        TestDatabase.whileAway(
                context, () -> assertThat(get("/readyz").statusCode()).isEqualTo(503));
        recover();
        new Drafts(context).applied("uk", "После возвращения");
        assertThat(plans.current().revision()).isGreaterThan(before);
    }

    @Test
    void saysThatTheDatabaseOnlyLetsRead() throws Exception {
        var number = draft();
        TestDatabase.whileReadOnly(context, () -> {
            assertThat(outageBesidesCutConnections(number)).contains(Outage.READ_ONLY);
            assertThat(title(number)).isEqualTo("До сбоя");
            assertThat(get("/readyz").body()).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
            assertThat(get("/livez").statusCode()).isEqualTo(200);
            canary.sing();
            assertThat(management("/actuator/health").body()).contains("read-only");
        });
        recover();
        describe(number, "После сбоя");
        assertThat(title(number)).isEqualTo("После сбоя");
    }

    @Test
    void saysThatThereIsNoRoomLeft() throws Exception {
        var number = draft();
        TestDatabase.whileFull(context, "jotting", () -> {
            var failure = catchThrowable(() -> as(person("ugm-official"), () -> jottings.keep("test", "Текст")));
            assertThat(Outage.of(failure)).contains(Outage.FULL);
        });
        TestDatabase.whileFull(context, "canary", () -> {
            canary.sing();
            var health = management("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("No space left on device");
            assertThat(get("/livez").statusCode()).isEqualTo(200);
        });
        TestDatabase.whileFull(context, "change_request_aud", () -> {
            assertThat(outage(number)).contains(Outage.FULL);
            assertThat(title(number)).isEqualTo("До сбоя");
        });
        as(person("ugm-official"), () -> jottings.keep("test", "Текст"));
        assertThat(as(person("ugm-official"), () -> jottings.find("test"))).contains("Текст");
    }

    /** The pool tries again at growing intervals, and connections that were cut are found out one by one. */
    private void recover() throws Exception {
        for (var i = 0; i < PATIENCE && get("/readyz").statusCode() != 200; i++) {
            Thread.sleep(1000);
        }
        for (var i = 0; i < CONNECTIONS; i++) {
            canary.sing();
        }
    }

    private long draft() {
        var number = new Drafts(context).draft("ugm", "До сбоя");
        assertThat(title(number)).isEqualTo("До сбоя");
        return number;
    }

    /** What comes of an attempt to change a draft. */
    private Optional<Outage> outage(long number) {
        return Outage.of(catchThrowable(() -> describe(number, "Во время сбоя")));
    }

    private Optional<Outage> outageBesidesCutConnections(long number) {
        return Stream.generate(() -> outage(number))
                .limit(CONNECTIONS)
                .filter(outage -> outage.filter(Outage.UNREACHABLE::equals).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private void describe(long number, String title) {
        as(person("ugm-official"), () -> drafts.describe(number, title, "Обоснование", Basis.named("")));
    }

    private String title(long number) {
        return as(person("ugm-official"), () -> requests.find(number)).summary().title();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(port, path);
    }

    private HttpResponse<String> management(String path) throws IOException, InterruptedException {
        return get(managementPort, path);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:%d%s".formatted(port, path));
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
