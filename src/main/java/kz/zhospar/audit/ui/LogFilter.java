package kz.zhospar.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.common.Formats;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of the log wants to see, as it stands in the address.
 *
 * @param text a part of the reason
 * @param person a part of a name or an account
 * @param object only what concerns this item of the plan
 * @param revision this one revision
 * @param until the last day that is shown
 */
record LogFilter(
        String text,
        String person,
        @Nullable ItemRef object,
        @Nullable Long revision,
        @Nullable String body,
        Kinds kinds,
        @Nullable Long request,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Drafts are saved as they are typed and readings change nothing: both are left out unless asked for. Access has a screen of
     * its own. */
    enum Kinds {
        BUT_DRAFTS(EnumSet.complementOf(EnumSet.of(RevisionKind.DRAFT, RevisionKind.READING, RevisionKind.ACCESS))),
        ALL(EnumSet.complementOf(EnumSet.of(RevisionKind.ACCESS))),
        LOAD(EnumSet.of(RevisionKind.LOAD)),
        APPLY(EnumSet.of(RevisionKind.APPLY)),
        DECISION(EnumSet.of(RevisionKind.DECISION)),
        DRAFT(EnumSet.of(RevisionKind.DRAFT)),
        DISCUSSION(EnumSet.of(RevisionKind.DISCUSSION)),
        ADMINISTRATION(EnumSet.of(RevisionKind.ADMINISTRATION)),
        READING(EnumSet.of(RevisionKind.READING));

        private final Set<RevisionKind> kinds;

        Kinds(Set<RevisionKind> kinds) {
            this.kinds = kinds;
        }

        String address() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static LogFilter of(QueryParameters parameters) {
        var kind = parameters.getSingleParameter("kind").orElse("");
        return new LogFilter(
                parameters.getSingleParameter("text").orElse(""),
                parameters.getSingleParameter("person").orElse(""),
                parameters
                        .getSingleParameter("object")
                        .flatMap(ObjectKey::parse)
                        .orElse(null),
                number(parameters.getSingleParameter("revision").orElse("")),
                parameters.getSingleParameter("body").orElse(null),
                Stream.of(Kinds.values())
                        .filter(one -> one.address().equals(kind))
                        .findFirst()
                        .orElse(Kinds.BUT_DRAFTS),
                number(parameters.getSingleParameter("request").orElse("")),
                day(parameters.getSingleParameter("from").orElse("")),
                day(parameters.getSingleParameter("until").orElse("")));
    }

    /** What is no number, or none that a request could have, is not asked for. */
    static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeException _) {
            return null;
        }
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "text", text.isBlank() ? null : text.strip());
        put(parameters, "person", person.isBlank() ? null : person.strip());
        put(parameters, "object", object == null ? null : ObjectKey.print(object));
        put(parameters, "revision", revision);
        put(parameters, "body", body);
        put(parameters, "kind", kinds == Kinds.BUT_DRAFTS ? null : kinds.address());
        put(parameters, "request", request);
        put(parameters, "from", from);
        put(parameters, "until", until);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** Whether it lets everything through that the log shows unasked. */
    boolean isEmpty() {
        return parameters().getParameters().isEmpty();
    }

    /** What is asked of revisions themselves; the object is asked for apart. */
    RevisionFilter toRevisions() {
        return new RevisionFilter(
                null,
                revision == null ? kinds.kinds : Set.of(RevisionKind.values()),
                body,
                request,
                text,
                from == null ? null : start(from),
                until == null ? null : start(until.plusDays(1)),
                null,
                null,
                person,
                revision == null ? null : Set.of(revision));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }
}
