package kz.zhospar.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The way from the application to Keycloak, which a test may cut, and on which it may put other tokens into answers. */
final class KeycloakWay {
    private static final List<String> KEPT = List.of("authorization", "content-type", "accept");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String keycloak;
    private final HttpServer server;
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile boolean cut;
    private volatile UnaryOperator<String> tokens = UnaryOperator.identity();

    KeycloakWay(String keycloak) {
        this.keycloak = keycloak;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("way-", 0).factory()));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void cut(boolean now) {
        cut = now;
    }

    /** Changes the bodies of answers that have tokens in them. */
    void tokens(UnaryOperator<String> change) {
        tokens = change;
    }

    int refreshes() {
        return refreshes.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (cut) {
                return;
            }
            if (new String(body, StandardCharsets.UTF_8).contains("grant_type=refresh_token")) {
                refreshes.incrementAndGet();
            }
            var request = HttpRequest.newBuilder(URI.create(keycloak + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            var text =
                    exchange.getRequestURI().getPath().endsWith("/token") ? tokens.apply(answer.body()) : answer.body();
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
