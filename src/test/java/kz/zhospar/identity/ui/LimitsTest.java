package kz.zhospar.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import kz.zhospar.SettableClock;
import kz.zhospar.identity.LoginTestApplication;
import kz.zhospar.testing.HttpBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much and how long: requests, sessions, and lines of the log. */
@SpringBootTest(
        classes = LoginTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "vaadin.productionMode=true",
            "management.endpoint.health.validate-group-membership=false",
            "zhospar.limits.api=3",
            "zhospar.limits.downloads=2",
            "zhospar.limits.uploads=1",
            "zhospar.limits.messages=2",
            "zhospar.limits.sign-in=8",
            "zhospar.session.longest=12h"
        })
@Import(LimitsTest.Setup.class)
@ExtendWith(OutputCaptureExtension.class)
class LimitsTest {

    @RestController
    static class Setup {
        @Bean
        static SettableClock clock() {
            return new SettableClock();
        }

        @GetMapping("/api/v1/limited")
        String data() {
            return "data";
        }

        @GetMapping("/documents/limited")
        String file() {
            return "file";
        }
    }

    private static final String TOO_MANY = "Слишком много запросов. Повторите через";

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    @Test
    void answersTheOpenInterfaceSoManyTimesAMinute() {
        var program = new HttpBrowser(port);
        for (int i = 0; i < 3; i++) {
            assertThat(program.get("/api/v1/limited").statusCode()).isEqualTo(200);
        }

        var refusal = program.get("/api/v1/limited");

        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refusal.body()).contains("\"type\":\"/problems/too-many-requests\"", "\"status\":429");
        assertThat(refusal.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        // Other addresses of the server are none the worse for it.
        assertThat(program.get("/login").statusCode()).isEqualTo(200);
    }

    @Test
    void givesEachAccountSoManyFilesAMinuteAndSaysSoInItsLanguage() {
        var auditor = signedIn("auditor");
        assertThat(auditor.get("/documents/limited").statusCode()).isEqualTo(200);
        assertThat(auditor.get("/documents/limited").statusCode()).isEqualTo(200);

        var refusal = auditor.get("/documents/limited");
        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.body()).startsWith(TOO_MANY);
        auditor.remember("zhospar-lang", "kk");
        assertThat(auditor.get("/documents/limited").body()).contains("Сұраулар тым көп");

        assertThat(signedIn("economy").get("/documents/limited").statusCode()).isEqualTo(200);
    }

    @Test
    void takesSoManyFilesAMinute() {
        var official = signedIn("uoz-official");
        var path = "/VAADIN/dynamic/resource/0/none";

        assertThat(official.post(path, Map.of()).statusCode()).isNotEqualTo(429);
        assertThat(official.post(path, Map.of()).statusCode()).isEqualTo(429);
    }

    @Test
    void takesSoManyMessagesOfAScreenAMinute() {
        var official = signedIn("akim-office");
        var message = "/?v-r=uidl&v-uiId=0";

        assertThat(official.post(message, Map.of()).body()).doesNotContain(TOO_MANY);
        assertThat(official.post(message, Map.of()).body()).doesNotContain(TOO_MANY);
        assertThat(official.post(message, Map.of()).body()).contains("\"appError\"", TOO_MANY);
        // A page that is open says so all the same, or it would be lost.
        assertThat(official.post("/?v-r=heartbeat&v-uiId=0", Map.of()).body()).doesNotContain(TOO_MANY);
    }

    @Test
    void endsASessionThatLastsTooLongHoweverBusyItIs() {
        var person = signedIn("admin");
        assertThat(person.get("/test/secured/1").statusCode()).isEqualTo(200);
        for (int i = 0; i < 12 * 3 - 1; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(person.get("/test/secured/1").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(20));
        assertEnded(person);
    }

    @Test
    void endsASessionThatOnlyItsPageKeepsBusy() {
        var person = signedIn("akim-office");
        for (int i = 0; i < 3; i++) {
            assertThat(person.get("/test/secured/1").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(15));
            person.post("/?v-r=heartbeat&v-uiId=0", Map.of());
            clock.advance(Duration.ofMinutes(14));
        }
        person.post("/?v-r=heartbeat&v-uiId=0", Map.of());
        clock.advance(Duration.ofMinutes(1));
        assertEnded(person);
    }

    private static void assertEnded(HttpBrowser person) {
        var answer = person.get("/test/secured/1");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?expired");
    }

    @Test
    void letsNobodysWordsBeginALineOfTheLog(CapturedOutput output) {
        var failure = new IllegalStateException(
                "bad\n2026-01-01 WARN forged by an exception",
                new IllegalArgumentException("worse\r\nERROR forged by its cause"));
        LoggerFactory.getLogger("kz.zhospar.test")
                .error("typed: {}", "a\r\n2026-01-01 ERROR forged\u2028line \u001b[31m", failure);

        assertThat(output.getOut().lines())
                .noneMatch(line -> line.startsWith("2026-01-01") || line.startsWith("ERROR forged"))
                .anyMatch(line -> line.contains("typed: a 2026-01-01 ERROR forged line"))
                .anyMatch(line -> line.startsWith("Caused by:") && line.contains("worse ERROR forged by its cause"))
                .anyMatch(line -> line.startsWith("\tat kz.zhospar"));
        assertThat(output.getOut()).doesNotContain("\u2028", "\u001b[31m");
    }

    private HttpBrowser signedIn(String account) {
        var browser = new HttpBrowser(port);
        assertThat(browser.signIn(account, account).headers().firstValue("Location"))
                .get()
                .asString()
                .doesNotContain("login");
        return browser;
    }
}
