package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

/**
 * The proxy settings that are shipped, in a real nginx with TLS before the application, whose session cookie has the name
 * that docker-compose.yml gives it. Not run where there is no nginx or openssl.
 */
@TestPropertySource(
        properties = {
            "server.servlet.session.cookie.name=" + NginxTest.COOKIE,
            "server.servlet.session.cookie.secure=true"
        })
class NginxTest extends KeycloakBrowserTest {
    static final String COOKIE = "__Host-zhospar";

    private static final String PROXY = "https://127.0.0.1:" + PROXY_PORT;

    @TempDir
    private Path folder;

    @BeforeEach
    void requireNginx() {
        Assumptions.assumeTrue(isInstalled("nginx") && isInstalled("openssl"), "no nginx or no openssl");
    }

    @Test
    void leadsThroughSignInPushAndSignOut() throws Exception {
        var nginx = start(UnaryOperator.identity());
        try {
            var page = browser.page(1440, 900);
            var sockets = new ArrayList<String>();
            page.onWebSocket(socket -> sockets.add(socket.url()));
            navigateOnceUp(page, PROXY + "/plan/goals/4.3");
            signIn(page, "ut-head");
            page.locator(".z-main").waitFor();
            assertThat(page).hasURL(PROXY + "/plan/goals/4.3");
            assertThatOnlyThisHostGetsTheSession(page);
            page.waitForTimeout(1000);
            assertThat(sockets).singleElement().asString().startsWith("wss://127.0.0.1:" + PROXY_PORT);

            // What comes by push comes through: the page hears of the sign-out without a request of its own.
            KEYCLOAK.post("/users/" + KEYCLOAK.idOf("ut-head") + "/logout", "{}");
            assertThat(page).hasURL(PROXY + "/login?expired");
            press(page, "Войти");
            signIn(page, "ut-head");
            page.locator(".z-main").waitFor();
            var before = session(page);
            MainJobE2eTest.button(page, "Выйти").click();
            assertThat(page).hasURL(PROXY + "/login?signed-out");
            assertThat(page.locator(".z-login-notice")).isVisible();
            assertThat(session(page)).doesNotContainAnyElementsOf(before);
            for (var hidden : List.of("/actuator/health", "/logout/connect/back-channel/keycloak")) {
                var answer = page.context()
                        .request()
                        .get(PROXY + hidden, RequestOptions.create().setIgnoreHTTPSErrors(true));
                assertThat(answer.status()).isEqualTo(404);
            }
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    /** The nodes are nothing but their names here; what the application does with a session is no matter of the proxy. */
    @Test
    void keepsEachBrowserOnItsNode() throws Exception {
        var a = node("a");
        var b = node("b");
        var nginx = start(shipped -> withTwoNodes(shipped, a, b));
        try {
            navigateOnceUp(browser.page(390, 844), PROXY);
            var browsers = Stream.generate(
                            () -> browser.page(390, 844).context().request())
                    .limit(20)
                    .toList();
            var first = browsers.stream().map(NginxTest::ask).toList();
            assertThat(first).contains("a", "b");
            for (var again = 0; again < 3; again++) {
                assertThat(browsers.stream().map(NginxTest::ask).toList()).isEqualTo(first);
            }
            assertThat(browsers)
                    .allSatisfy(one -> assertThat(answer(one).headers())
                            .as("the node is named once")
                            .doesNotContainKey("set-cookie"));
            a.stop(0);
            assertThat(browsers.stream().map(NginxTest::ask)).containsOnly("b");
        } finally {
            nginx.destroy();
            nginx.waitFor();
            b.stop(0);
        }
    }

    private static HttpServer node(String name) throws IOException {
        var node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, name.length());
            exchange.getResponseBody().write(name.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        node.start();
        return node;
    }

    /** What the settings say is to be done for a second node. */
    private static String withTwoNodes(String shipped, HttpServer a, HttpServer b) {
        return shipped.replace("    * a;", "    50% a;\n    * b;")
                .replace("    a a;", "    a a;\n    b b;")
                .replace("127.0.0.1:" + PORT + ";", "%s;\n    server %s backup;".formatted(at(a), at(b)))
                .replace(
                        "upstream zhospar_keycloak",
                        "upstream zhospar_b {\n    server %s;\n    server %s backup;\n}\nupstream zhospar_keycloak"
                                .formatted(at(b), at(a)));
    }

    private static String at(HttpServer node) {
        return "127.0.0.1:" + node.getAddress().getPort();
    }

    private static String ask(APIRequestContext browser) {
        return answer(browser).text();
    }

    private static APIResponse answer(APIRequestContext browser) {
        return browser.get(PROXY + "/", RequestOptions.create().setIgnoreHTTPSErrors(true));
    }

    /** A browser refuses a cookie of such a name that lacks any of this. */
    private static void assertThatOnlyThisHostGetsTheSession(Page page) {
        assertThat(Path.of("docker-compose.yml")).content().contains("SERVER_SERVLET_SESSION_COOKIE_NAME: " + COOKIE);
        assertThat(page.context().cookies(PROXY))
                .noneMatch(cookie -> cookie.name.equals("JSESSIONID"))
                .filteredOn(cookie -> cookie.name.equals(COOKIE))
                .singleElement()
                .matches(cookie -> cookie.secure && cookie.httpOnly && cookie.path.equals("/"))
                .matches(cookie -> cookie.domain.equals("127.0.0.1"));
    }

    private static List<String> session(Page page) {
        return page.context().cookies(PROXY).stream()
                .filter(cookie -> cookie.name.equals(COOKIE))
                .map(cookie -> cookie.value)
                .toList();
    }

    private static void navigateOnceUp(Page page, String address) throws InterruptedException {
        for (var attempt = 0; ; attempt++) {
            try {
                page.navigate(address);
                return;
            } catch (RuntimeException e) {
                if (attempt == 20) {
                    throw e;
                }
                Thread.sleep(250);
            }
        }
    }

    private Process start(UnaryOperator<String> changes) throws Exception {
        var key = folder.resolve("tls.key");
        var certificate = folder.resolve("tls.crt");
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        var shipped = Files.readString(Path.of("proxy-config/zhospar.conf"))
                .replace("app:8080", "127.0.0.1:" + PORT)
                .replace("keycloak:8080", "127.0.0.1:" + KEYCLOAK.port())
                .replace("listen 8443 ssl;", "listen 127.0.0.1:" + PROXY_PORT + " ssl;")
                .replace("/etc/nginx/tls/tls.crt", certificate.toString())
                .replace("/etc/nginx/tls/tls.key", key.toString())
                // Older versions, as in Debian, do not know this one.
                .replace("    http2 on;\n", "");
        var settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, changes.apply(shipped)));
        return new ProcessBuilder("nginx", "-p", folder.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/nginx.log").toFile())
                .start();
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static boolean isInstalled(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
