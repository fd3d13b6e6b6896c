package kz.zhospar.change.ui;

import com.vaadin.flow.router.QueryParameters;
import kz.zhospar.change.RequestQuery;
import kz.zhospar.change.RequestState;
import kz.zhospar.common.AddressParameters;
import org.jspecify.annotations.Nullable;

/** Which requests to list, as an address says it. */
final class RequestFilter {

    private RequestFilter() {}

    static RequestQuery of(QueryParameters parameters) {
        return new RequestQuery(
                constant(RequestQuery.Scope.class, parameters, "scope"),
                constant(RequestState.class, parameters, "state"),
                parameters.getSingleParameter("body").orElse(null),
                parameters.getSingleParameter("text").orElse(""));
    }

    /** What does not name a constant lets everything through. */
    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, QueryParameters parameters, String name) {
        return AddressParameters.constant(
                        type, parameters.getSingleParameter(name).orElse(""))
                .orElse(null);
    }

    static QueryParameters parameters(RequestQuery query) {
        return QueryParameters.simple(new AddressParameters()
                .with("scope", query.scope())
                .with("state", query.state())
                .with("body", query.body())
                .with("text", query.text())
                .values());
    }
}
