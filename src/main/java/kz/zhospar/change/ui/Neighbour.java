package kz.zhospar.change.ui;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.zhospar.change.Lock;
import kz.zhospar.plan.Change;
import org.jspecify.annotations.Nullable;

/** Another request about the same place of the plan; what it proposes is told to nobody here. */
record Neighbour(long request, @Nullable String body, Instant since, boolean inReview) {

    /** The other requests that a change of a request meets, those under review first. */
    static List<Neighbour> of(long request, Change change, Collection<Lock> inReview, Collection<Lock> drafted) {
        Predicate<Lock> meets = lock -> lock.request() != request && lock.holds(change);
        return Stream.concat(
                        inReview.stream().filter(meets).map(lock -> of(lock, true)),
                        drafted.stream().filter(meets).map(lock -> of(lock, false)))
                .distinct()
                .toList();
    }

    private static Neighbour of(Lock lock, boolean inReview) {
        return new Neighbour(lock.request(), lock.body(), lock.since(), inReview);
    }
}
