package kz.zhospar.audit.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.StoredPlan;
import kz.zhospar.plan.StoredRow;
import kz.zhospar.revision.Revision;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.RevisionType;
import org.hibernate.envers.query.AuditEntity;
import org.springframework.stereotype.Component;

/** Envers' tables, read as items and changes of the plan. */
@Component
public class AuditTables {

    /**
     * The rows of one table at a revision. Each row's ids are found by leaping from one to the next in the index of the
     * primary key, and each row's state by one look into it: the cost follows the size of the plan, not of its history.
     * A version is what a past row has none of.
     */
    private static final String ROWS_AT = """
            with recursive known (id) as (
                (select a.id from %1$s a order by a.id limit 1)
                union all
                select (select a.id from %1$s a where a.id > known.id order by a.id limit 1)
                from known where known.id is not null
            )
            select cast(0 as bigint) as version, state.*
            from known
            cross join lateral (
                select a.* from %1$s a where a.id = known.id and a.rev <= :revision order by a.rev desc limit 1
            ) state
            where known.id is not null and state.revtype <> :removed
            """;

    private final EntityManager entities;

    AuditTables(EntityManager entities) {
        this.entities = entities;
    }

    /** The items of the whole plan at a revision: one query for each table, in the running transaction. */
    public Map<ItemRef, Item> planAt(long revision) {
        // Past rows must not meet the present ones, which the running session may know by the same ids.
        try (var past = entities.unwrap(Session.class)
                .statelessWithOptions()
                .connection()
                .open()) {
            return StoredPlan.assemble(
                    StoredPlan.kinds().stream().flatMap(kind -> rowsAt(past, kind.rows(), revision).stream()));
        }
    }

    private static <R extends StoredRow> List<R> rowsAt(StatelessSession past, Class<R> rows, long revision) {
        return past.createNativeQuery(ROWS_AT.formatted(auditTable(rows)), rows)
                .setParameter("revision", revision)
                .setParameter("removed", RevisionType.DEL.getRepresentation())
                .getResultList();
    }

    private static String auditTable(Class<?> rows) {
        return rows.getAnnotation(Table.class).name() + "_aud";
    }

    /** The revision that removed an item last; empty when none did. */
    public Optional<Long> lastRemoval(ItemRef ref) {
        var rows = StoredPlan.kinds(ref.type()).getFirst().rows();
        List<?> numbers = reader().createQuery()
                .forRevisionsOfEntity(rows, false, true)
                .addProjection(AuditEntity.revisionNumber().max())
                .add(AuditEntity.id().eq(ref.id()))
                .add(AuditEntity.revisionType().eq(RevisionType.DEL))
                .getResultList();
        return numbers.stream().filter(Objects::nonNull).map(Long.class::cast).findFirst();
    }

    /** What happened to the items, by revision in the order of time; each revision's part is a plain comparison. */
    public SortedMap<Long, List<Change>> changesOf(Collection<ItemRef> refs) {
        var versions = new TreeMap<Long, List<Version>>();
        refs.stream()
                .collect(Collectors.groupingBy(ItemRef::type, Collectors.mapping(ItemRef::id, Collectors.toList())))
                .forEach((type, ids) -> StoredPlan.kinds(type)
                        .forEach(kind -> versionsOf(kind, ids)
                                .forEach(version -> versions.computeIfAbsent(version.revision(), _ -> new ArrayList<>())
                                        .add(version))));
        return replay(versions);
    }

    private static SortedMap<Long, List<Change>> replay(SortedMap<Long, List<Version>> versions) {
        var rows = new HashMap<Object, StoredRow>();
        var changes = new TreeMap<Long, List<Change>>();
        versions.forEach((revision, touched) -> {
            var owners = touched.stream().map(version -> version.row().owner()).collect(Collectors.toSet());
            var before = itemsOf(rows, owners);
            touched.forEach(version -> version.replay(rows));
            var made = PlanDiff.between(before, itemsOf(rows, owners));
            if (!made.isEmpty()) {
                changes.put(revision, made);
            }
        });
        return changes;
    }

    private static Map<ItemRef, Item> itemsOf(Map<Object, StoredRow> rows, Collection<ItemRef> owners) {
        return StoredPlan.assemble(rows.values().stream().filter(row -> owners.contains(row.owner())));
    }

    private Stream<Version> versionsOf(StoredPlan.Kind kind, Collection<UUID> owners) {
        var owner = kind.owner().equals("id") ? AuditEntity.id() : AuditEntity.property(kind.owner());
        List<?> versions = reader().createQuery()
                .forRevisionsOfEntity(kind.rows(), false, true)
                .add(owner.in(owners.toArray()))
                .getResultList();
        return versions.stream().map(Object[].class::cast).map(Version::of);
    }

    private AuditReader reader() {
        return AuditReaderFactory.get(entities);
    }

    /** One row as one revision left it. */
    private record Version(long revision, StoredRow row, RevisionType type) {

        static Version of(Object[] version) {
            return new Version(((Revision) version[1]).number(), (StoredRow) version[0], (RevisionType) version[2]);
        }

        void replay(Map<Object, StoredRow> rows) {
            if (type == RevisionType.DEL) {
                rows.remove(row.key());
            } else {
                rows.put(row.key(), row);
            }
        }
    }
}
