package kz.zhospar.change;

import java.time.Instant;
import java.util.List;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * A change request with everything that its page shows.
 *
 * @param basisFile the file of the basis document, if one is attached
 * @param origin number of the request that this one was split off from
 * @param stages the route; of a draft, the one it would take now
 * @param conflicts those of the changes whose base the plan no longer states; of an open request only
 * @param remarks what the last approver said of single changes that came back
 * @param earlier what was submitted in the round before; null in the first
 * @param viewings who had a submitted content before him, in the order of time
 * @param mayWrite whether the reader may go on writing it
 * @param mayTakeOver whether the reader may go on writing it in the writer's stead
 * @param mine the reader's own part, when it is his turn; null otherwise
 */
public record RequestDetails(
        RequestSummary summary,
        String justification,
        Basis basis,
        @Nullable BasisFileInfo basisFile,
        @Nullable Long origin,
        int round,
        Instant createdAt,
        @Nullable Instant closedAt,
        List<Change> changes,
        List<Conflict> conflicts,
        List<Stage> stages,
        List<DecisionRecord> decisions,
        List<ItemVerdict> remarks,
        @Nullable Earlier earlier,
        List<Viewing> viewings,
        boolean mayWrite,
        boolean mayTakeOver,
        @Nullable OwnPart mine) {

    /** How far a stage of the route, or an office's part in it, has come. */
    public enum Progress {
        AHEAD,
        CURRENT,
        DONE,
        /** The submitter holds the position himself: his submission stands for it, and he decides nothing. */
        OWN,
        STOPPED
    }

    /** One stage of the route with how far it has come. */
    public record Stage(Step step, int days, Progress progress, List<PartProgress> parts) {}

    /** One office's part of a stage. */
    public record PartProgress(
            Part part, Progress progress, @Nullable DecisionRecord decision) {}

    /** A round as it was submitted. */
    public record Earlier(int round, String title, String justification, Basis basis, List<Change> changes) {}

    /** Who had which content before him, and since when. */
    public record Viewing(
            int round,
            String contentHash,
            String person,
            String position,
            @Nullable String body,
            Instant at) {}

    /**
     * What the reader may decide on.
     *
     * @param principal whom he stands in for; null when he decides for himself
     * @param changes those of the request's changes that his part covers
     */
    public record OwnPart(Part part, @Nullable String principal, List<Change> changes) {}

    public long number() {
        return summary.number();
    }

    /** Who writes it now. */
    public String writer() {
        return summary.writer();
    }

    public RequestState state() {
        return summary.state();
    }

    public String contentHash() {
        return summary.contentHash();
    }

    public boolean mayDecide() {
        return mine != null;
    }
}
