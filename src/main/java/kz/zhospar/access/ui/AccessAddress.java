package kz.zhospar.access.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import kz.zhospar.access.AccessFilter;
import kz.zhospar.access.AccessKind;
import kz.zhospar.common.AddressParameters;
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
                AddressParameters.constant(
                                AccessKind.class,
                                parameters.getSingleParameter("kind").orElse(""))
                        .orElse(null),
                AddressParameters.day(parameters.getSingleParameter("from").orElse("")),
                AddressParameters.day(parameters.getSingleParameter("until").orElse("")));
    }

    QueryParameters parameters() {
        return QueryParameters.simple(new AddressParameters()
                .with("person", person)
                .with("kind", kind)
                .with("from", from)
                .with("until", until)
                .values());
    }

    AccessFilter toFilter() {
        return new AccessFilter(
                null,
                person,
                kind,
                from == null ? null : Formats.startOf(from),
                until == null ? null : Formats.startOf(until.plusDays(1)));
    }
}
