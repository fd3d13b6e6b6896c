package kz.zhospar.audit.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.audit.FactTiming;
import kz.zhospar.audit.Grounds;
import kz.zhospar.change.Basis;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.springframework.stereotype.Component;

/** What a history says beside old and new: what a request rested on, and what was known by then. */
@Component
public class RequestGrounds {

    private static final String GROUNDS = """
            select q.rev, q.basis_name, q.basis_number, cast(q.basis_date as text) as basis_date, q.round
            from change_request_aud q
            join revision r on r.number = q.rev and r.request_number = q.number and r.kind = 'APPLY'
            where q.rev in (select cast(number as bigint) from unnest(string_to_array(:numbers, ',')) number)
            """;

    private static final String FACTS = """
            select cast(place.item as text) as item, place.year, fact.rev,
                cast(extract(epoch from r.committed_at) * 1000000 as bigint) as known_at
            from (
                select cast(split_part(one, '/', 1) as uuid) as item, cast(split_part(one, '/', 2) as integer) as year
                from unnest(string_to_array(:places, ',')) one
            ) place
            left join %s
            join revision r on r.number = fact.rev
            """.formatted(Known.fact("place.item", "place.year"));

    private final EntityManager entities;

    RequestGrounds(EntityManager entities) {
        this.entities = entities;
    }

    /** Of each revision that applied a request, the document and the round as they were then. */
    public Map<Long, Grounds> grounds(Collection<Long> revisions) {
        var grounds = new HashMap<Long, Grounds>();
        if (!revisions.isEmpty()) {
            List<?> rows = entities.createNativeQuery(GROUNDS, Tuple.class)
                    .setParameter(
                            "numbers", revisions.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .getResultList();
            rows.stream().map(Tuple.class::cast).forEach(row -> grounds.put(number(row, "rev"), grounds(row)));
        }
        return grounds;
    }

    private static Grounds grounds(Tuple row) {
        var date = row.get("basis_date", String.class);
        return new Grounds(
                new Basis(
                        row.get("basis_name", String.class),
                        row.get("basis_number", String.class),
                        date == null ? null : LocalDate.parse(date)),
                (int) number(row, "round"));
    }

    /** When the facts became known of the targets that are changed; in one statement. */
    public List<FactTiming> facts(Collection<? extends Change> changes) {
        var places = changes.stream()
                .flatMap(change -> target(change).stream())
                .distinct()
                .collect(Collectors.joining(","));
        if (places.isEmpty()) {
            return List.of();
        }
        List<?> rows = entities.createNativeQuery(FACTS, Tuple.class)
                .setParameter("places", places)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(RequestGrounds::timing).toList();
    }

    private static Optional<String> target(Change change) {
        return Optional.ofNullable(change.fieldOrNull())
                .filter(field -> field.attribute() == Attribute.TARGET)
                .map(field -> change.ref().id() + "/" + field.year());
    }

    private static FactTiming timing(Tuple row) {
        return new FactTiming(
                new ItemRef(ItemType.SERIES, UUID.fromString(row.get("item", String.class))),
                (int) number(row, "year"),
                number(row, "rev"),
                Instant.EPOCH.plus(number(row, "known_at"), ChronoUnit.MICROS));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
