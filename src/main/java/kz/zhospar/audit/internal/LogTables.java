package kz.zhospar.audit.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.audit.Touched;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.envers.Audited;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.springframework.stereotype.Component;

/** Which revisions touched what: rows are counted by revision, what they say is never read. */
@Component
public class LogTables {

    private static final String SUFFIX = "_aud";

    /** Where rows that belong to one item of the plan are kept, and the column that names the item. */
    private static final Map<String, String> OF_ITEMS = Map.ofEntries(
            Map.entry("series", "id"),
            Map.entry("series_value", "item_id"),
            Map.entry("series_provenance", "item_id"),
            Map.entry("series_executor", "item_id"),
            Map.entry("indicator", "id"),
            Map.entry("goal", "id"),
            Map.entry("direction", "id"),
            Map.entry("plan", "id"),
            Map.entry("action", "id"),
            Map.entry("funding", "id"),
            Map.entry("funding_amount", "item_id"),
            Map.entry("body", "id"),
            Map.entry("curator", "id"),
            Map.entry("term", "id"));

    private final EntityManager entities;
    private final String counting;
    private final String finding;

    LogTables(EntityManager entities) {
        this.entities = entities;
        this.counting = counting(tables(entities));
        this.finding = finding();
    }

    /** The tables of everything that is audited, whichever module it is of. */
    private static List<String> tables(EntityManager entities) {
        var persisters = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel();
        return entities.getMetamodel().getEntities().stream()
                .map(type -> type.getJavaType())
                .filter(type -> type != null && type.isAnnotationPresent(Audited.class))
                .map(type -> ((AbstractEntityPersister) persisters.getEntityDescriptor(type)).getTableName())
                .sorted()
                .toList();
    }

    private static String counting(List<String> tables) {
        return tables.stream()
                .map(table -> "select a.rev, '" + table + "' as kind, count(*) as rows from " + table + SUFFIX
                        + " a join asked on asked.rev = a.rev group by a.rev")
                .collect(Collectors.joining(
                        " union all ",
                        "with asked as materialized (select distinct cast(number as bigint) as rev"
                                + " from unnest(string_to_array(:numbers, ',')) number) ",
                        ""));
    }

    private static String finding() {
        var parts = new ArrayList<String>();
        OF_ITEMS.forEach((table, owner) -> parts.add("select a.rev from " + table + SUFFIX
                + " a join asked on asked.id = a." + owner + " where a.rev < :before"));
        parts.add("select r.number from revision r where r.number < :before and r.request_number in ("
                + "select q.number from proposed_change_aud p join asked on asked.id = p.item_id"
                + " join change_request q on q.id = p.request_id)");
        return "with given as materialized (select cast(id as uuid) as id"
                + " from unnest(string_to_array(:ids, ',')) id), asked as materialized (select id from given"
                // The rows that an indicator has and had, and the amounts, need no naming.
                + " union select s.id from series_aud s join given on given.id = s.indicator_id) "
                + parts.stream().collect(Collectors.joining(" union "))
                + " order by 1 desc limit :limit";
    }

    /** How many rows of which kind each revision wrote, in one statement however many revisions. */
    public Map<Long, Map<Touched, Integer>> touched(Collection<Long> revisions) {
        var touched = new HashMap<Long, Map<Touched, Integer>>();
        if (revisions.isEmpty()) {
            return touched;
        }
        List<?> rows = entities.createNativeQuery(counting, Tuple.class)
                .setParameter("numbers", joined(revisions))
                .getResultList();
        for (var row : rows) {
            var columns = (Tuple) row;
            touched.computeIfAbsent(columns.get("rev", Number.class).longValue(), _ -> new EnumMap<>(Touched.class))
                    .merge(
                            Touched.of(columns.get("kind", String.class)),
                            columns.get("rows", Number.class).intValue(),
                            Integer::sum);
        }
        return touched;
    }

    /**
     * The newest revisions that touched one of the items, or served a request about one.
     *
     * @param before only revisions with a smaller number
     */
    public List<Long> revisionsOf(Collection<UUID> items, long before, int limit) {
        List<?> rows = entities.createNativeQuery(finding, Long.class)
                .setParameter("ids", joined(new TreeSet<>(items)))
                .setParameter("before", before)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(Long.class::cast).toList();
    }

    private static String joined(Collection<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
