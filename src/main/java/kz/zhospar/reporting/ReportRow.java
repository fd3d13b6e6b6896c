package kz.zhospar.reporting;

import java.util.Objects;
import java.util.Optional;
import kz.zhospar.change.Lock;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One row on the page of a body that reports.
 *
 * @param leads whether the body is the one that has to report on the row
 * @param target the plan's, of the year in question
 * @param previous the plan's fact of the year before
 * @param fact as the body's request states it, else as the plan does
 * @param lock the request of somebody else that holds the row
 * @param conflicting whether the plan has moved since the row was written
 */
public record ReportRow(
        Duty duty,
        boolean leads,
        State state,
        @Nullable Quantity target,
        @Nullable Quantity previous,
        @Nullable Quantity fact,
        @Nullable Provenance provenance,
        Optional<Deviation> deviation,
        @Nullable Lock lock,
        boolean conflicting) {

    public enum State {
        MISSING,
        DRAFT,
        IN_REVIEW,
        IN_PLAN
    }

    /** Whether the fact is so much worse than the plan that it cannot be submitted without a comment. */
    public boolean needsComment() {
        return deviation.filter(Deviation::tooFar).isPresent();
    }

    public boolean lacksComment() {
        return needsComment() && written().comment().isEmpty();
    }

    /** Whether something was written about a fact, but not the fact. */
    public boolean lacksFact() {
        return fact == null && provenance != null;
    }

    /** What is written about the fact; nothing in particular where nothing is. */
    public Provenance written() {
        return Objects.requireNonNullElse(provenance, Provenance.FINAL);
    }

    /** Whether there is nothing to approve yet. */
    public boolean isMissing() {
        return state == State.MISSING;
    }
}
