package kz.zhospar.audit.internal;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.RevisionType;
import org.hibernate.envers.query.AuditEntity;
import org.springframework.stereotype.Component;

/** Envers' tables, read as items and changes of the plan. */
@Component
public class AuditTables {

    private final EntityManager entities;

    AuditTables(EntityManager entities) {
        this.entities = entities;
    }

    /** The items of the whole plan at a revision: one query for each table. */
    public Map<ItemRef, Item> planAt(long revision) {
        return StoredPlan.assemble(StoredPlan.kinds().stream().flatMap(kind -> rowsAt(kind, revision)));
    }

    private Stream<StoredRow> rowsAt(StoredPlan.Kind kind, long revision) {
        List<?> rows = reader().createQuery()
                .forEntitiesAtRevision(kind.rows(), revision)
                .getResultList();
        return rows.stream().map(StoredRow.class::cast);
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
