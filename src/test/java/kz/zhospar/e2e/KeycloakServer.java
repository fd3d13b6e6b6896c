package kz.zhospar.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import kz.zhospar.testing.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real Keycloak with the realm that is shipped. It starts in the background, one for all tests. */
final class KeycloakServer {
    static final String SECRET = "of-the-tests";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port = Ports.free();
    private final Process process;

    KeycloakServer(int appPort, String otherUrl) {
        try {
            process = start(appPort, otherUrl);
        } catch (IOException e) {
            throw new IllegalStateException("The Maven build puts Keycloak into target/keycloak", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private Process start(int appPort, String otherUrl) throws IOException {
        Path home;
        try (var found = Files.list(Path.of("target/keycloak"))) {
            home = found.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
        var realm = Files.createDirectories(home.resolve("data/import")).resolve("zhospar-realm.json");
        Files.copy(Path.of("realm-config/zhospar-realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address(),
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/keycloak.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        "admin",
                        "ZHOSPAR_CLIENT_SECRET",
                        SECRET,
                        "ZHOSPAR_URL",
                        "http://127.0.0.1:" + appPort,
                        "ZHOSPAR_OTHER_URL",
                        otherUrl,
                        "ZHOSPAR_INTERNAL_URL",
                        "http://127.0.0.1:" + appPort));
        return builder.start();
    }

    private void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void awaitReady() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Keycloak did not start, see target/keycloak.log");
            }
            Thread.sleep(250);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(at("/realms/zhospar"))).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What an administrator of the realm asks for. */
    JsonNode get(String path) throws Exception {
        return JSON.readTree(admin("GET", path, "").body());
    }

    void put(String path, String json) throws Exception {
        admin("PUT", path, json);
    }

    void post(String path, String json) throws Exception {
        admin("POST", path, json);
    }

    void delete(String path) throws Exception {
        delete(path, "");
    }

    void delete(String path, String json) throws Exception {
        admin("DELETE", path, json);
    }

    private HttpResponse<String> admin(String method, String path, String json) throws Exception {
        var token = token("master", Map.of("client_id", "admin-cli", "username", "admin", "password", "admin"));
        var answer = send(HttpRequest.newBuilder(at("/admin/realms/zhospar" + path))
                .header("Authorization", "Bearer " + token.get("access_token").asString())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    String idOf(String account) throws Exception {
        return get("/users?exact=true&username=" + account).get(0).get("id").asString();
    }

    String idOfGroup(String path) throws Exception {
        return get("/group-by-path" + path).get("id").asString();
    }

    /** The answer of a realm's token address to a client that may send passwords. */
    JsonNode token(String realm, Map<String, String> parameters) throws Exception {
        var form = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "grant_type=password&", ""));
        var answer = send(HttpRequest.newBuilder(at("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(answer.body());
    }

    private URI at(String path) {
        return URI.create(address() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }
}
