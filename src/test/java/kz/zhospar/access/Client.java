package kz.zhospar.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;

/** Somebody at a browser: cookies are kept, and nothing is done by itself, not even following where one is sent. */
final class Client implements AutoCloseable {

    private final ApplicationContext context;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Client(ApplicationContext context) {
        this.context = context;
    }

    static Client nobody(ApplicationContext context) {
        return new Client(context);
    }

    /** Signs in with a shipped account, whose password is its name. */
    static Client signedIn(ApplicationContext context, String account) {
        var client = new Client(context);
        var answer = client.send(
                client.to("/login").header("Content-Type", "application/x-www-form-urlencoded"),
                "POST",
                BodyPublishers.ofString("username=%1$s&password=%1$s".formatted(account)));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException("Not signed in as " + account + ": " + answer.headers());
        }
        return client;
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The line by which a request of another make belongs to the same session; empty without one. */
    String sessionHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(cookie -> "Cookie: JSESSIONID=" + cookie.getValue() + "\r\n")
                .findFirst()
                .orElse("");
    }

    HttpResponse<byte[]> get(String address) {
        return send("GET", address);
    }

    HttpResponse<byte[]> send(String method, String address) {
        return send(to(address), method, BodyPublishers.noBody());
    }

    HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + address))
                .header("Accept", "text/html,*/*");
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request, String method, BodyPublisher body) {
        try {
            return http.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens an address as a browser does: the page, then its screen. */
    Tab open(String address) {
        var page = get("/" + address);
        if (page.statusCode() != 200) {
            throw new IllegalStateException(page.statusCode() + " at " + address);
        }
        return openScreen(address);
    }

    /** Asks for the screen at once, as only a forger would before he is let at the page. */
    Tab openScreen(String address) {
        var location = URLEncoder.encode(address.replaceFirst("\\?.*", ""), StandardCharsets.UTF_8);
        var answer = get("/?v-r=init&location=" + location + "&query=");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " on the first request of a screen");
        }
        var tab = new Tab(
                this, answer.body(), context.getBean(OpenedScreens.class).last());
        tab.navigate(address);
        return tab;
    }

    @Override
    public void close() {
        http.close();
    }
}
