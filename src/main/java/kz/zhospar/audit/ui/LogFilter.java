package kz.zhospar.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import kz.zhospar.common.AddressParameters;
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

    /**
     * Drafts are saved as they are typed and readings change nothing: both are left out unless asked for. Access has a
     * screen of its own.
     */
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
    }

    static LogFilter of(QueryParameters parameters) {
        return new LogFilter(
                parameters.getSingleParameter("text").orElse(""),
                parameters.getSingleParameter("person").orElse(""),
                parameters
                        .getSingleParameter("object")
                        .flatMap(ObjectKey::parse)
                        .orElse(null),
                number(parameters.getSingleParameter("revision").orElse("")),
                parameters.getSingleParameter("body").orElse(null),
                AddressParameters.constant(
                                Kinds.class,
                                parameters.getSingleParameter("kind").orElse(""))
                        .orElse(Kinds.BUT_DRAFTS),
                number(parameters.getSingleParameter("request").orElse("")),
                AddressParameters.day(parameters.getSingleParameter("from").orElse("")),
                AddressParameters.day(parameters.getSingleParameter("until").orElse("")));
    }

    /** What is no number, or none that a request could have, is not asked for. */
    static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    QueryParameters parameters() {
        return QueryParameters.simple(new AddressParameters()
                .with("text", text)
                .with("person", person)
                .with("object", object == null ? null : ObjectKey.print(object))
                .with("revision", revision)
                .with("body", body)
                .with("kind", kinds == Kinds.BUT_DRAFTS ? null : kinds)
                .with("request", request)
                .with("from", from)
                .with("until", until)
                .values());
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
                from == null ? null : Formats.startOf(from),
                until == null ? null : Formats.startOf(until.plusDays(1)),
                null,
                null,
                person,
                revision == null ? null : Set.of(revision));
    }
}
