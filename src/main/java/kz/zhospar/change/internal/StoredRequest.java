package kz.zhospar.change.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Part;
import kz.zhospar.change.RequestGrounds;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Signature;
import kz.zhospar.plan.Change;

/**
 * A request with its changes and what was decided on it.
 *
 * @param items what decisions said of single changes
 * @param goals ids of the goals that it touches, also with what was set aside
 */
public record StoredRequest(
        ChangeRequest request,
        List<ProposedChange> rows,
        List<Decision> decisions,
        List<DecisionItem> items,
        Set<UUID> goals) {

    static StoredRequest of(
            ChangeRequest request, List<ProposedChange> rows, List<Decision> decisions, List<DecisionItem> items) {
        var goals = new LinkedHashSet<UUID>();
        Stream.concat(rows.stream().map(ProposedChange::goalId), items.stream().map(DecisionItem::goalId))
                .filter(Objects::nonNull)
                .forEach(goals::add);
        return new StoredRequest(request, rows, decisions, items, goals);
    }

    public ChangeSet set() {
        return new ChangeSet(rows.stream().map(ProposedChange::change).toList());
    }

    public String hash() {
        return Content.hash(request, set().changes());
    }

    Stream<Decision> decisionsOfRound() {
        return decisions.stream().filter(decision -> decision.round() == request.round());
    }

    /** Whether the account has decided on the running round, itself or through a substitute. */
    public boolean hasDecided(String account) {
        return decisionsOfRound().anyMatch(decision -> decision.isOf(account));
    }

    /** The offices that answer for what is proposed or have decided on it, whichever steps the route has. */
    Stream<Part> concerned() {
        var proposed = rows.stream().map(ProposedChange::offices).flatMap(Offices::parts);
        var decided = decisions.stream().map(decision -> new Part(decision.step(), decision.office()));
        return Stream.concat(proposed, decided);
    }

    /** What the last approver said of a change that he gave back. */
    public Optional<ItemVerdict> remark(Change place) {
        return row(place).map(ProposedChange::remark);
    }

    public void declineSuggestion(Change place) {
        row(place).ifPresent(ProposedChange::declineSuggestion);
    }

    public void handOver(Person successor) {
        request.handOver(Signature.of(successor));
    }

    Optional<ProposedChange> row(Change place) {
        return rows.stream().filter(row -> row.change().samePlace(place)).findFirst();
    }

    /** Why and on whose word it was made. */
    RequestGrounds grounds() {
        var submitter = Objects.requireNonNullElse(request.submitter(), request.writer());
        return new RequestGrounds(
                request.number(),
                request.title(),
                submitter.name(),
                request.author().body(),
                request.justification(),
                request.basis(),
                decisionRecords());
    }

    List<DecisionRecord> decisionRecords() {
        return decisions.stream()
                .map(decision -> decision.record(
                        request.number(),
                        items.stream()
                                .filter(item -> item.decisionId().equals(decision.id()))
                                .map(DecisionItem::verdict)
                                .toList()))
                .toList();
    }
}
