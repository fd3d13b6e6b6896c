package kz.zhospar.identity.ui;

import com.vaadin.flow.server.VaadinService;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zhospar.common.Messages;
import kz.zhospar.common.ui.LanguageMemory;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only so many requests a minute for what is costly or can be guessed. What has not been used can be used up at
 * once, so that people notice nothing of it. Each node counts for itself.
 */
class RateLimitFilter extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    /** Where Vaadin serves files that a screen offers, and takes those that it asks for. */
    private static final Pattern SCREEN_FILES = Pattern.compile("/VAADIN/dynamic/resource/.*");

    private static final Pattern DOCUMENTS = Pattern.compile("/documents/.*|/api/v1/.*\\.xlsx");
    private static final Pattern SIGN_IN = Pattern.compile("/login|/login/oauth2/.*|/oauth2/authorization/.*");

    private final RateLimitSettings settings;
    private final CurrentPerson person;
    private final Map<Key, Bucket> buckets = Collections.synchronizedMap(recent());

    private enum Use {
        API,
        DOWNLOAD,
        UPLOAD,
        MESSAGE,
        SIGN_IN
    }

    private record Key(Use use, String who) {}

    RateLimitFilter(RateLimitSettings settings, CurrentPerson person) {
        this.settings = settings;
        this.person = person;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var use = use(request);
        var wait = use.flatMap(one -> waitFor(one, request));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else if (use.get() == Use.MESSAGE) {
            tellScreen(request, response, seconds(wait.get()));
        } else {
            refuse(request, response, seconds(wait.get()));
        }
    }

    private static Optional<Use> use(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var posted = "POST".equals(request.getMethod());
        if (DOCUMENTS.matcher(path).matches()) {
            return Optional.of(Use.DOWNLOAD);
        }
        if (SCREEN_FILES.matcher(path).matches()) {
            return Optional.of(posted ? Use.UPLOAD : Use.DOWNLOAD);
        }
        if (SIGN_IN.matcher(path).matches() && (posted || !path.equals("/login"))) {
            return Optional.of(Use.SIGN_IN);
        }
        if (posted && isMessage(request)) {
            return Optional.of(Use.MESSAGE);
        }
        return ApiRefusals.concern(request) ? Optional.of(Use.API) : Optional.empty();
    }

    /** What an open screen tells the server, other than that it is still there. */
    private static boolean isMessage(HttpServletRequest request) {
        return "uidl".equals(request.getParameter("v-r"));
    }

    /** How long to wait before the next one; empty where this one is fine. */
    private Optional<Duration> waitFor(Use use, HttpServletRequest request) {
        var limit = limit(use);
        if (limit == 0) {
            return Optional.empty();
        }
        var who = person.find().map(Person::account).orElseGet(request::getRemoteAddr);
        var probe =
                buckets.computeIfAbsent(new Key(use, who), _ -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private int limit(Use use) {
        return switch (use) {
            case API -> settings.api();
            case DOWNLOAD -> settings.downloads();
            case UPLOAD -> settings.uploads();
            case MESSAGE -> settings.messages();
            case SIGN_IN -> settings.signIn();
        };
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, MINUTE))
                .build();
    }

    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    /** In the words of Vaadin's client, which would stand still at any other status: it says so, and loads the page anew. */
    private static void tellScreen(HttpServletRequest request, HttpServletResponse response, long seconds)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(
                response,
                "application/json;charset=UTF-8",
                VaadinService.createCriticalNotificationJSON(words(request, seconds), null, null, null));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, long seconds)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        if (ApiRefusals.concern(request)) {
            ApiRefusals.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-requests",
                    "Too many requests",
                    "Ask again in %d s.".formatted(seconds));
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        write(response, "text/plain;charset=UTF-8", words(request, seconds));
    }

    private static String words(HttpServletRequest request, long seconds) {
        return Messages.in(LanguageMemory.of(request), "identity.too-many", seconds);
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <V> Map<Key, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
