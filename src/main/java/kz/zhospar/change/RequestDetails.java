package kz.zhospar.change;

import java.time.Instant;
import java.util.List;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * A change request with everything that its page shows.
 *
 * @param steps the route; of a draft, the one it would take now
 * @param conflicts those of the changes whose base the plan no longer states; of an open request only
 * @param contentHash what a decision binds itself to
 * @param mayWrite whether the reader may go on writing it
 * @param mayDecide whether the reader may decide now
 */
public record RequestDetails(
        RequestSummary summary,
        String justification,
        String basis,
        int round,
        Instant createdAt,
        @Nullable Instant closedAt,
        List<Change> changes,
        List<Conflict> conflicts,
        List<RouteStep> steps,
        List<DecisionRecord> decisions,
        String contentHash,
        boolean mayWrite,
        boolean mayDecide) {

    /** How far a step of the route has come. */
    public enum Progress {
        AHEAD,
        CURRENT,
        DONE,
        /** The submitter holds the position himself: his submission stands for it, and he decides nothing. */
        OWN,
        STOPPED
    }

    /** One step of the route with how far it has come. */
    public record RouteStep(
            Step step, Progress progress, @Nullable DecisionRecord decision) {}

    public long number() {
        return summary.number();
    }

    public RequestState state() {
        return summary.state();
    }
}
