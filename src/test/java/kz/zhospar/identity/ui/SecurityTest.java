package kz.zhospar.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import kz.zhospar.identity.LoginTestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@SpringBootTest(
        classes = LoginTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // There is no database here whose health there could be.
        properties = {"vaadin.productionMode=true", "management.endpoint.health.validate-group-membership=false"})
@Import(SecurityTest.OpenData.class)
class SecurityTest {
    @RestController
    static class OpenData {
        @GetMapping("/api/v1/test")
        String data() {
            return "data";
        }

        @GetMapping("/api/v1/test/none")
        String none() {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @LocalServerPort
    private int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/test", "/livez", "/readyz", "/styles/login.css", "/aura/aura.css"})
    void isOpenToAll(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatAnOpenAddressIsNotThereInsteadOfAskingToSignIn() throws Exception {
        assertThat(get("/api/v1/test/none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/test/secured/1", "/no/such/page", "/", "/actuator/env", "/actuator/health", "/api/v2/plan"})
    void sendsThePublicToTheLoginPage(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void refusesToWriteThroughTheApi(String method) throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/api/v1/test")).method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void apiOpensNoSession() throws Exception {
        assertThat(get("/api/v1/test").headers().map()).doesNotContainKey("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/env", "/api/v2/plan"})
    void keepsTheRestOfTheMachineryFromThoseSignedInToo(String path) throws Exception {
        signIn("admin", "admin");

        assertThat(get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void returnsToTheAddressThatWasAskedFor() throws Exception {
        get("/test/secured/42?year=2023");

        assertThat(signIn("auditor", "auditor")).endsWith("/test/secured/42?year=2023");
    }

    @Test
    void givesANewSessionIdAfterSigningIn() throws Exception {
        var before = get("/test/secured/1").headers().firstValue("Set-Cookie").orElseThrow();
        var after =
                post("auditor", "auditor").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(after).startsWith("JSESSIONID=").isNotEqualTo(before);
    }

    @Test
    void returnsToTheLoginPageAfterAWrongPassword() throws Exception {
        assertThat(signIn("auditor", "wrong")).endsWith("/login?error");
    }

    @Test
    void tellsThatASessionHasEnded() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/test/secured/1")).header("Cookie", "JSESSIONID=gone"));

        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?expired");
    }

    @Test
    void tellsThatASessionHasEndedUnderAnOpenScreen() throws Exception {
        send(HttpRequest.newBuilder(at("/?v-r=uidl")).header("Cookie", "JSESSIONID=gone"));

        assertThat(get("/test/secured/1").headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?expired");
    }

    /** What was under way while somebody signed in names the session of before. */
    @Test
    void givesNoSessionToAMessageThatCameTooLate() throws Exception {
        var push = "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=gone&X-Atmosphere-Transport=";
        for (var message :
                List.of("/?v-r=uidl", "/?v-r=heartbeat", push + "close", push + "long-polling", push + "websocket")) {
            var answer = send(HttpRequest.newBuilder(at(message))
                    .header("Cookie", "JSESSIONID=gone")
                    .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
    }

    private String signIn(String account, String password) throws Exception {
        return post(account, password).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> post(String account, String password) throws Exception {
        return send(HttpRequest.newBuilder(at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + account + "&password=" + password)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.header("Accept", "text/html,*/*").build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
