package kz.zhospar.change.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import org.jspecify.annotations.Nullable;

/** Which requests to list; null and an empty text let everything through. */
record RequestFilter(
        @Nullable Scope scope,
        @Nullable RequestState state,
        @Nullable String body,
        String text) {

    enum Scope {
        MINE,
        AWAITING
    }

    static RequestFilter of(QueryParameters parameters) {
        return new RequestFilter(
                constant(Scope.values(), parameters, "scope"),
                constant(RequestState.values(), parameters, "state"),
                parameters.getSingleParameter("body").orElse(null),
                parameters.getSingleParameter("text").orElse(""));
    }

    /** What does not name a constant lets everything through. */
    private static <E extends Enum<E>> @Nullable E constant(E[] all, QueryParameters parameters, String name) {
        var given = parameters.getSingleParameter(name).orElse("");
        return Stream.of(all)
                .filter(one -> address(one).equals(given))
                .findFirst()
                .orElse(null);
    }

    private static String address(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (scope != null) {
            parameters.put("scope", address(scope));
        }
        if (state != null) {
            parameters.put("state", address(state));
        }
        if (body != null) {
            parameters.put("body", body);
        }
        if (!text.isBlank()) {
            parameters.put("text", text.strip());
        }
        return QueryParameters.simple(parameters);
    }

    /** @param awaiting the numbers of those that wait for the reader's decision */
    boolean lets(RequestSummary request, String account, Set<Long> awaiting) {
        return (scope != Scope.MINE || request.writerAccount().equals(account))
                && (scope != Scope.AWAITING || awaiting.contains(request.number()))
                && (state == null || request.state() == state)
                && (body == null || body.equals(request.body()))
                && matches(request);
    }

    private boolean matches(RequestSummary request) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Stream.of(request.title(), request.author(), String.valueOf(request.number()))
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
