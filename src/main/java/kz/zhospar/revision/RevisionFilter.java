package kz.zhospar.revision;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.zhospar.common.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions to list; null lets everything through.
 *
 * @param before only revisions with a smaller number: the place at which the next page begins
 * @param kinds only revisions of one of these kinds
 * @param text a part of the reason, whatever the case
 * @param from the first instant
 * @param until the first instant that is too late
 * @param ownBody only revisions made by people of this body
 * @param requests only revisions that serve one of these change requests
 * @param person a part of the person's name or account, whatever the case
 * @param numbers only these revisions
 */
public record RevisionFilter(
        @Nullable Long before,
        @Nullable Set<RevisionKind> kinds,
        @Nullable String body,
        @Nullable Long request,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String ownBody,
        @Nullable Collection<Long> requests,
        @Nullable String person,
        @Nullable Collection<Long> numbers) {

    public static final RevisionFilter NONE = new RevisionFilter(null, null, null, null, null, null, null, null, null);

    /** Whoever made it. */
    public RevisionFilter(
            @Nullable Long before,
            @Nullable Set<RevisionKind> kinds,
            @Nullable String body,
            @Nullable Long request,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String ownBody,
            @Nullable Collection<Long> requests) {
        this(before, kinds, body, request, text, from, until, ownBody, requests, null, null);
    }

    public RevisionFilter before(long number) {
        return new RevisionFilter(number, kinds, body, request, text, from, until, ownBody, requests, person, numbers);
    }

    public RevisionFilter ofBody(String ownBody) {
        return new RevisionFilter(before, kinds, body, request, text, from, until, ownBody, requests, person, numbers);
    }

    public RevisionFilter ofRequests(Collection<Long> requests) {
        return new RevisionFilter(before, kinds, body, request, text, from, until, ownBody, requests, person, numbers);
    }

    public RevisionFilter ofPerson(String person) {
        return new RevisionFilter(before, kinds, body, request, text, from, until, ownBody, requests, person, numbers);
    }

    public RevisionFilter among(Collection<Long> numbers) {
        return new RevisionFilter(before, kinds, body, request, text, from, until, ownBody, requests, person, numbers);
    }

    /** Leaves revisions of one kind out. */
    public RevisionFilter without(RevisionKind kind) {
        var others = EnumSet.allOf(RevisionKind.class);
        if (kinds != null) {
            others.retainAll(kinds);
        }
        others.remove(kind);
        return new RevisionFilter(before, others, body, request, text, from, until, ownBody, requests, person, numbers);
    }

    String condition() {
        return parameters().keySet().stream()
                .map(RevisionFilter::condition)
                .reduce("1 = 1", (left, right) -> left + " and " + right);
    }

    private static String condition(String parameter) {
        return switch (parameter) {
            case "before" -> "r.number < :before";
            case "kinds" -> "r.kind in :kinds";
            case "body" -> "r.body = :body";
            case "request" -> "r.request = :request";
            case "text" -> "lower(r.reason) like :text escape '!'";
            case "person" -> "(lower(r.person) like :person escape '!' or lower(r.account) like :person escape '!')";
            case "numbers" -> "r.number in :numbers";
            case "from" -> "r.at >= :from";
            case "until" -> "r.at < :until";
            case "ownBody" -> "r.body = :ownBody";
            case "requests" -> "r.request in :requests";
            default -> throw new IllegalArgumentException(parameter);
        };
    }

    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        put(parameters, "before", before);
        put(parameters, "kinds", kinds);
        put(parameters, "body", storable(body));
        put(parameters, "request", request);
        put(parameters, "text", pattern(text));
        put(parameters, "from", from);
        put(parameters, "until", until);
        put(parameters, "ownBody", storable(ownBody));
        put(parameters, "requests", requests);
        put(parameters, "person", pattern(person));
        put(parameters, "numbers", numbers);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String storable(@Nullable String key) {
        return key == null ? null : PlainText.storable(key);
    }

    /** What {@code like … escape '!'} finds a part of a text by; null where there is nothing to find. */
    public static @Nullable String pattern(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var literal = PlainText.storable(text)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }
}
