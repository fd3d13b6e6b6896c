package kz.zhospar.audit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.audit.PlanReplay.Difference;
import kz.zhospar.audit.PlanReplay.Result;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.plan.StoredPlan;
import kz.zhospar.plan.StoredRow;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The plan as it grows revision by revision. Only what a revision touches is looked at: where all before was as it
 * should be, the rest of the plan is, too.
 */
public final class ReplayedPlan {

    /** A revision that may change the plan; the first load serves no request. */
    private record Step(long number, String kind, @Nullable Long request) {}

    private final StatelessSession session;
    private final Connection connection;
    private final Map<ItemRef, Map<Object, StoredRow>> rows = new HashMap<>();
    private final Map<ItemRef, Item> items = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private long requests;

    public ReplayedPlan(StatelessSession session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    public Result run() {
        var cursors = StoredPlan.kinds().stream()
                .map(kind -> new RowCursor(session, kind))
                .toList();
        try (var proposals = new Proposals(connection)) {
            var queue = new PriorityQueue<RowCursor>();
            cursors.stream().filter(RowCursor::hasRow).forEach(queue::add);
            for (var step : steps()) {
                unexpected(queue, step.number());
                take(step, queue, proposals);
            }
            unexpected(queue, Long.MAX_VALUE);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit cannot be read", e);
        } finally {
            cursors.forEach(RowCursor::close);
        }
        compareWithTables();
        return new Result(requests, differences);
    }

    private List<Step> steps() throws SQLException {
        var steps = new ArrayList<Step>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select number, kind, request_number from revision"
                        + " where kind in ('LOAD', 'APPLY') order by number")) {
            while (found.next()) {
                steps.add(new Step(found.getLong(1), found.getString(2), found.getObject(3, Long.class)));
            }
        }
        return steps;
    }

    /** Rows of revisions that may not change the plan. */
    private void unexpected(PriorityQueue<RowCursor> queue, long before) {
        while (!queue.isEmpty() && queue.peek().revision() < before) {
            var revision = queue.peek().revision();
            takeRows(queue, revision).forEach(ref -> {
                differences.add(new Difference(revision, ref));
                put(ref, assembled(ref));
            });
        }
    }

    private void take(Step step, PriorityQueue<RowCursor> queue, Proposals proposals) throws SQLException {
        var touched = takeRows(queue, step.number());
        var isFirstLoad = step.kind().equals("LOAD") && items.isEmpty();
        var changes = proposals.takeAt(step.number(), step.request());
        var expected = isFirstLoad ? null : expected(changes);
        changes.forEach(change -> touched.add(change.ref()));
        for (var ref : touched) {
            var actual = assembled(ref);
            if (!isFirstLoad && (expected == null || !Objects.equals(actual, wanted(expected, ref, changes)))) {
                differences.add(new Difference(step.number(), ref));
            }
            put(ref, actual);
        }
        requests += isFirstLoad ? 0 : 1;
    }

    private @Nullable Item wanted(Map<ItemRef, Item> expected, ItemRef ref, List<Change> changes) {
        return changes.stream().anyMatch(change -> change.ref().equals(ref)) ? expected.get(ref) : items.get(ref);
    }

    /** The changed items after the changes; null when the plan could not take them. */
    private @Nullable Map<ItemRef, Item> expected(List<Change> changes) {
        var before = new HashMap<ItemRef, Item>();
        for (var change : changes) {
            var item = items.get(change.ref());
            if (item != null) {
                before.put(change.ref(), item);
            }
        }
        try {
            return Changes.apply(before, changes);
        } catch (StalePlanException | InvalidChanges e) {
            return null;
        }
    }

    private Set<ItemRef> takeRows(PriorityQueue<RowCursor> queue, long revision) {
        var touched = new LinkedHashSet<ItemRef>();
        while (!queue.isEmpty() && queue.peek().revision() == revision) {
            var cursor = queue.poll();
            while (cursor.hasRow() && cursor.revision() == revision) {
                touched.add(take(cursor));
                cursor.advance();
            }
            if (cursor.hasRow()) {
                queue.add(cursor);
            }
        }
        return touched;
    }

    private ItemRef take(RowCursor cursor) {
        var row = cursor.row();
        var owned = rows.computeIfAbsent(row.owner(), _ -> new HashMap<>());
        if (cursor.isRemoval()) {
            owned.remove(row.key());
        } else {
            owned.put(row.key(), row);
        }
        return row.owner();
    }

    private @Nullable Item assembled(ItemRef ref) {
        var owned = rows.getOrDefault(ref, Map.of());
        return StoredPlan.assemble(owned.values().stream()).get(ref);
    }

    private void put(ItemRef ref, @Nullable Item item) {
        if (item == null) {
            items.remove(ref);
            rows.remove(ref);
        } else {
            items.put(ref, item);
        }
    }

    private void compareWithTables() {
        var live = StoredPlan.assemble(StoredPlan.kinds().stream().flatMap(kind -> RowCursor.live(session, kind)));
        Stream.concat(live.keySet().stream(), items.keySet().stream())
                .distinct()
                .sorted()
                .filter(ref -> !Objects.equals(live.get(ref), items.get(ref)))
                .forEach(ref -> differences.add(new Difference(0, ref)));
    }
}
