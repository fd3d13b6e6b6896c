package kz.zhospar.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a verification of everything found.
 *
 * @param at when it began, by the clock of the database
 * @param faults the first {@link #SHOWN} of them
 * @param found how many there are
 */
public record Verification(Instant at, List<Fault> faults, long found, Counts counts) {

    /** So many faults are named; who altered more than these has altered everything. */
    public static final int SHOWN = 10_000;

    /**
     * How much was looked at.
     *
     * @param seals links of the chain
     * @param rows audit rows and revisions that were compared with their seals
     * @param bytes of these rows as they are hashed
     * @param unsealed revisions that were committed after the last seal
     * @param live rows of live tables that were compared with their newest audit rows
     * @param replayed approved requests that were applied again from the first load on
     * @param sealTime what comparing the rows with their seals took
     * @param liveTime what comparing the live tables took
     * @param replayTime what replaying took
     */
    public record Counts(
            long seals,
            long rows,
            long bytes,
            long unsealed,
            long live,
            long replayed,
            Duration sealTime,
            Duration liveTime,
            Duration replayTime) {}

    public boolean isClean() {
        return found == 0;
    }
}
