package kz.zhospar.access.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets the first few of one source through in each minute and counts the others. Of many sources at once all further
 * ones count as one, so that there is an end to what a minute can bring.
 */
public final class Flood<K> {

    static final int EACH = 10;
    static final int SOURCES = 200;

    private Instant minute = Instant.MIN;
    private Map<K, Integer> counts = new HashMap<>();
    private Map<K, Integer> ended = new HashMap<>();

    /** Counts one more of a source, and says whether it is to be kept by itself. */
    public synchronized boolean lets(K source, K anybody, Instant now) {
        turn(now.truncatedTo(ChronoUnit.MINUTES));
        var counted = counts.size() < SOURCES || counts.containsKey(source) ? source : anybody;
        return counts.merge(counted, 1, Integer::sum) <= EACH;
    }

    /** How many of each source were only counted, of minutes that are over; each is told once. */
    public synchronized Map<K, Integer> ended(Instant now) {
        turn(now.truncatedTo(ChronoUnit.MINUTES));
        var told = ended;
        ended = new HashMap<>();
        return told;
    }

    /** Ends the minute at hand. */
    public synchronized void close() {
        turn(Instant.MAX);
        minute = Instant.MIN;
    }

    private void turn(Instant current) {
        if (current.equals(minute)) {
            return;
        }
        counts.forEach((source, count) -> {
            if (count > EACH) {
                ended.merge(source, count - EACH, Integer::sum);
            }
        });
        counts = new HashMap<>();
        minute = current;
    }
}
