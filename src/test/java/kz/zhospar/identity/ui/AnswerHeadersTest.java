package kz.zhospar.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.zhospar.identity.LoginTestApplication;
import kz.zhospar.testing.HttpBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = LoginTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "vaadin.productionMode=true",
            "server.forward-headers-strategy=native",
            "server.servlet.session.cookie.name=__Host-zhospar",
            "management.endpoint.health.validate-group-membership=false"
        })
class AnswerHeadersTest {

    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]{24})'");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*>");

    @LocalServerPort
    private int port;

    /** Pages, files, errors, refusals and redirects, of both kinds: a header that is missing on one is missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/styles/login.css",
                "/test/secured/1",
                "/actuator/health",
                "/actuator/env",
                "/VAADIN/none.js",
                "/api/v1/none",
                "/a;b=c",
                "/?v-r=uidl"
            })
    void forbidsTheBrowserWhatItNeedNotDo(String path) {
        assertHeaders(new HttpBrowser(port).get(path));
    }

    @Test
    void saysTheSameOfRefusedWrites() {
        assertHeaders(new HttpBrowser(port).post("/api/v1/plans", Map.of()));
        assertHeaders(new HttpBrowser(port).post("/logout", Map.of()));
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
    }

    /** Said once: two headers of a name would be taken together in ways that differ. */
    private static String header(HttpResponse<String> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().allValues(name).getFirst();
    }

    @Test
    void runsOnlyTheScriptsOfThePageItself() {
        var page = new HttpBrowser(port).get("/login");
        var policy = header(page, "Content-Security-Policy");
        var nonce = NONCE.matcher(policy);

        assertThat(nonce.find()).isTrue();
        assertThat(policy).contains("script-src 'self'").doesNotContain("script-src 'unsafe-inline'");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("style-src")))
                .doesNotContain("unsafe-inline");
        var scripts = SCRIPT.matcher(page.body())
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(scripts).isNotEmpty().allMatch(script -> script.contains(nonce.group(1)));
        assertThat(header(new HttpBrowser(port).get("/login"), "Content-Security-Policy"))
                .as("another secret for another answer")
                .isNotEqualTo(policy);
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void letsPagesOfAnySiteFetchOpenDataOnly() {
        assertThat(header(new HttpBrowser(port).get("/api/v1/none"), "Cross-Origin-Resource-Policy"))
                .isEqualTo("cross-origin");
        assertThat(header(new HttpBrowser(port).get("/login"), "Cross-Origin-Resource-Policy"))
                .isEqualTo("same-origin");
    }

    @Test
    void keepsToTlsWhereItIsUsed() {
        var answer = new HttpBrowser(port).get("/login", "X-Forwarded-Proto", "https");

        assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    /** A browser forgets a cookie of such a name only if it is told so with all that the name stands for. */
    @Test
    void takesTheCookieBackAtSignOut() {
        var browser = new HttpBrowser(port);
        browser.signIn("auditor", "auditor");
        var answer = browser.post("/logout", Map.of("_csrf", browser.csrfToken()), "X-Forwarded-Proto", "https");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-zhospar=;"))
                .singleElement()
                .asString()
                .contains("Expires=Thu, 01 Jan 1970", "Path=/", "Secure")
                .doesNotContain("Domain");
    }

    @Test
    void saysNothingOfTheServerInErrors() {
        for (var path : List.of("/a%00b", "/%25%00", "/a;b=c")) {
            var answer = new HttpBrowser(port).get(path);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception", "at org.");
        }
    }
}
