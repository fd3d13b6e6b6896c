package kz.zhospar.plan.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.StoredPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The plan in its tables. Items go in and come out whole; which rows changed is seen by comparison. */
@Repository
public class PlanStore {

    private final EntityManager entities;

    PlanStore(EntityManager entities) {
        this.entities = entities;
    }

    public Map<ItemRef, Item> readAll() {
        return StoredPlan.assemble(Tables.ALL.stream().flatMap(table -> all(table.kind())));
    }

    /** Waits until no other transaction changes the plan, and keeps others waiting until this one ends. */
    public void lock() {
        entities.createQuery("select plan from PlanEntity plan", PlanEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Applies the changes to the rows of the items that they touch.
     *
     * @throws kz.zhospar.plan.StalePlanException when a change was made from another value than the rows hold
     */
    public void apply(Collection<? extends Change> changes) {
        var refs = new HashSet<ItemRef>();
        changes.forEach(change -> refs.add(change.ref()));
        var before = read(refs);
        var after = Changes.apply(before, changes);
        for (var type : ItemType.values()) {
            refs.stream()
                    .filter(ref -> ref.type() == type)
                    .sorted()
                    .forEach(ref -> write(before.get(ref), after.get(ref)));
        }
        entities.flush();
    }

    private Map<ItemRef, Item> read(Set<ItemRef> refs) {
        var byType = new EnumMap<ItemType, Set<UUID>>(ItemType.class);
        refs.forEach(
                ref -> byType.computeIfAbsent(ref.type(), _ -> new HashSet<>()).add(ref.id()));
        return StoredPlan.assemble(byType.entrySet().stream()
                .flatMap(entry -> Tables.of(entry.getKey()).flatMap(table -> some(table, entry.getValue()))));
    }

    private void write(@Nullable Item before, @Nullable Item after) {
        var old = new HashSet<Tables.Place>();
        if (before != null) {
            old.addAll(Tables.rows(before).keySet());
        }
        if (after != null) {
            Tables.rows(after).forEach((place, row) -> {
                if (!old.remove(place)) {
                    entities.persist(row.get());
                } else {
                    entities.find(place.kind(), place.id()).write(after);
                }
            });
        }
        old.forEach(place -> entities.remove(entities.find(place.kind(), place.id())));
    }

    private <R extends PlanRow> Stream<R> all(Class<R> kind) {
        return list("select r from " + kind.getSimpleName() + " r", kind).stream();
    }

    private <R extends PlanRow> List<R> list(String query, Class<R> kind) {
        return entities.createQuery(query, kind).getResultList();
    }

    private Stream<? extends PlanRow> some(Tables.Table table, Set<UUID> owners) {
        return entities
                .createQuery(
                        "select r from %s r where r.%s in :owners"
                                .formatted(table.kind().getSimpleName(), table.ownerProperty()),
                        table.kind())
                .setParameter("owners", owners)
                .getResultList()
                .stream();
    }
}
