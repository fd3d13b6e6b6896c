package kz.zhospar.access.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.zhospar.access.AccessFilter;
import kz.zhospar.access.AccessKind;
import kz.zhospar.common.Formats;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of the record wants to see, as it stands in the address.
 *
 * @param until the last day that is shown
 */
record AccessAddress(
        String person,
        @Nullable AccessKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    static AccessAddress of(QueryParameters parameters) {
        return new AccessAddress(
                parameters.getSingleParameter("person").orElse(""),
                kind(parameters.getSingleParameter("kind").orElse("")),
                day(parameters.getSingleParameter("from").orElse("")),
                day(parameters.getSingleParameter("until").orElse("")));
    }

    private static @Nullable AccessKind kind(String word) {
        return Stream.of(AccessKind.values())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(AccessKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        put(parameters, "person", person.isBlank() ? null : person.strip());
        put(parameters, "kind", kind == null ? null : word(kind));
        put(parameters, "from", from);
        put(parameters, "until", until);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    AccessFilter toFilter() {
        return new AccessFilter(
                null, person, kind, from == null ? null : start(from), until == null ? null : start(until.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }
}
