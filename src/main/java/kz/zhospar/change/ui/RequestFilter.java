package kz.zhospar.change.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Stream;
import kz.zhospar.change.RequestQuery;
import kz.zhospar.change.RequestState;
import org.jspecify.annotations.Nullable;

/** Which requests to list, as an address says it. */
final class RequestFilter {

    private RequestFilter() {}

    static RequestQuery of(QueryParameters parameters) {
        return new RequestQuery(
                constant(RequestQuery.Scope.values(), parameters, "scope"),
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

    static QueryParameters parameters(RequestQuery query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query.scope() != null) {
            parameters.put("scope", address(query.scope()));
        }
        if (query.state() != null) {
            parameters.put("state", address(query.state()));
        }
        if (query.body() != null) {
            parameters.put("body", query.body());
        }
        if (!query.text().isBlank()) {
            parameters.put("text", query.text().strip());
        }
        return QueryParameters.simple(parameters);
    }
}
