package kz.zhospar.audit.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import kz.zhospar.plan.PlanSnapshot;
import org.springframework.stereotype.Component;

/**
 * The past plans asked for last, shared by everybody. They cannot change, so that they only have to be forgotten for
 * want of room. Each is read once, however many ask for it at the same time.
 */
@Component
public class RecentSnapshots {

    /** In items. The shipped plan has some 800. */
    private static final int ROOM = 60_000;

    private final int room;
    private final Map<Long, CompletableFuture<PlanSnapshot>> snapshots = new LinkedHashMap<>(16, 0.75f, true);

    RecentSnapshots() {
        this(ROOM);
    }

    RecentSnapshots(int room) {
        this.room = room;
    }

    public PlanSnapshot get(long revision, LongFunction<PlanSnapshot> reader) {
        var mine = new CompletableFuture<PlanSnapshot>();
        var first = claim(revision, mine);
        if (first == mine) {
            return read(revision, mine, reader);
        }
        try {
            return first.join();
        } catch (CompletionException e) {
            // Whoever read it for all failed, perhaps for reasons of its own.
            return get(revision, reader);
        }
    }

    private PlanSnapshot read(long revision, CompletableFuture<PlanSnapshot> mine, LongFunction<PlanSnapshot> reader) {
        try {
            mine.complete(reader.apply(revision));
        } finally {
            if (!mine.isDone()) {
                forget(revision);
                mine.completeExceptionally(new IllegalStateException("Not read"));
            }
        }
        makeRoom();
        return mine.join();
    }

    private synchronized CompletableFuture<PlanSnapshot> claim(long revision, CompletableFuture<PlanSnapshot> mine) {
        var known = snapshots.putIfAbsent(revision, mine);
        return known == null ? mine : known;
    }

    private synchronized void forget(long revision) {
        snapshots.remove(revision);
    }

    /** Forgets those that nobody has asked for the longest; what is being read now weighs nothing yet. */
    private synchronized void makeRoom() {
        var weight =
                snapshots.values().stream().mapToInt(RecentSnapshots::weight).sum();
        var eldest = snapshots.values().iterator();
        while (weight > room && eldest.hasNext()) {
            var next = eldest.next();
            if (next.isDone()) {
                weight -= weight(next);
                eldest.remove();
            }
        }
    }

    private static int weight(CompletableFuture<PlanSnapshot> snapshot) {
        return snapshot.isDone() && !snapshot.isCompletedExceptionally()
                ? snapshot.join().items().size()
                : 0;
    }
}
