package kz.zhospar.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.audit.internal.RecentSnapshots;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.revision.Revisions;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** What an auditor asks of an installation with a history. Each asks anew: past plans are never those in memory. */
final class Readings {

    private static final int PAGE = 50;

    /** So many applied requests lie between two dates that are compared, however long the history is. */
    static final int APART = 25;

    private final Installation installation;
    private final HistoryGenerator.Quiet quiet;
    private final List<RevisionRecord> applied;
    private final Deque<Integer> past = new ArrayDeque<>();

    Readings(Installation installation, HistoryGenerator generator, int seed) {
        this.installation = installation;
        this.quiet = generator.quiet();
        this.applied = applied();
        var numbers = new ArrayList<Integer>();
        for (int i = 1; i < applied.size() - APART - 1; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(seed));
        past.addAll(numbers);
    }

    private List<RevisionRecord> applied() {
        var filter = new RevisionFilter(null, Set.of(RevisionKind.APPLY), null, null, null, null, null, null, null);
        return installation
                .transaction()
                .execute(_ -> installation.bean(Revisions.class).find(filter, Integer.MAX_VALUE));
    }

    private int next() {
        var index = past.removeFirst();
        past.addLast(index);
        return index;
    }

    void current() {
        reading().executeWithoutResult(_ -> installation.bean(PlanStore.class).readAll());
    }

    void asOf() {
        forget();
        var instant = applied.get(next()).at().plusSeconds(1);
        reading()
                .executeWithoutResult(
                        _ -> installation.bean(PlanArchive.class).at(instant).orElseThrow());
    }

    void historyOfAValue() {
        installation.as("economy", () -> installation.bean(HistoryService.class).of(quiet.row(), quiet.field()));
    }

    void firstPageOfTheLog() {
        installation.as(
                "economy", () -> installation.bean(HistoryService.class).entries(RevisionFilter.NONE, null, PAGE));
    }

    void comparison() {
        forget();
        var index = next();
        var from = String.valueOf(applied.get(index + APART).number());
        var to = String.valueOf(applied.get(index).number());
        installation.as(
                "economy", () -> installation.bean(ComparisonService.class).between(from, to));
    }

    /** Nobody has asked for any past plan so far. */
    private void forget() {
        var recent = installation.bean(RecentSnapshots.class);
        ((Map<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(recent, "snapshots"))).clear();
    }

    private TransactionTemplate reading() {
        var transaction = installation.transaction();
        transaction.setReadOnly(true);
        return transaction;
    }
}
