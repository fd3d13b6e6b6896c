package kz.zhospar.change;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why and on whose word a request changed the plan.
 *
 * @param submitter who sent it for approval last; of a draft, who writes it
 * @param body of the author
 */
public record RequestGrounds(
        long number,
        String title,
        String submitter,
        @Nullable String body,
        String justification,
        Basis basis,
        List<DecisionRecord> decisions) {

    /** Who approved it in the last round, in the order of time. */
    public List<DecisionRecord> approvals() {
        var last = decisions.stream().mapToInt(DecisionRecord::round).max().orElse(0);
        return decisions.stream()
                .filter(decision -> decision.round() == last && decision.verdict() == Verdict.APPROVED)
                .toList();
    }

    /** The names of those who submitted or approved it. */
    public List<String> people() {
        return Stream.concat(Stream.of(submitter), approvals().stream().map(DecisionRecord::person))
                .distinct()
                .toList();
    }
}
