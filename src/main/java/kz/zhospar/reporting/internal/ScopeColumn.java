package kz.zhospar.reporting.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.reporting.Scope;

/** A scope in one column, so that it is audited as one value: the goals, then the indicators; {@code all} for all. */
@Converter
class ScopeColumn implements AttributeConverter<Scope, String> {

    private static final String ALL = "all";

    @Override
    public String convertToDatabaseColumn(Scope scope) {
        return scope.isAll() ? ALL : print(scope.goals()) + ";" + print(scope.indicators());
    }

    @Override
    public Scope convertToEntityAttribute(String column) {
        if (column.equals(ALL)) {
            return Scope.ALL;
        }
        var parts = column.split(";", -1);
        return new Scope(read(parts[0]), read(parts[1]));
    }

    private static String print(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    private static Set<UUID> read(String ids) {
        return Stream.of(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
