package kz.zhospar.change;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list; null and an empty text let everything through.
 *
 * @param text part of the title, of the author's name or of the number, in capitals or not
 */
public record RequestQuery(
        @Nullable Scope scope,
        @Nullable RequestState state,
        @Nullable String body,
        String text) {

    public enum Scope {
        /** What the person writes now. */
        MINE,
        /** What waits for the person's decision. */
        AWAITING
    }

    public static final RequestQuery ALL = new RequestQuery(null, null, null, "");

    /** Whether it lets a request through, whatever the scope. */
    boolean lets(RequestSummary request) {
        return (state == null || request.state() == state)
                && (body == null || body.equals(request.body()))
                && matches(request);
    }

    private boolean matches(RequestSummary request) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(request.title(), request.author(), String.valueOf(request.number()))
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
