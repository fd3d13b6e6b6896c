package kz.zhospar.change.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.Lock;
import kz.zhospar.change.RequestState;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import org.springframework.stereotype.Component;

/** Which places of the plan requests are about, whoever may read them. */
@Component
public class ProposedPlaces {

    private final ChangeRequests requests;
    private final ProposedChanges changes;

    ProposedPlaces(ChangeRequests requests, ProposedChanges changes) {
        this.requests = requests;
        this.changes = changes;
    }

    /** Every change that is under review. */
    public Stream<Change> held() {
        return changes.byRequest(requests.findByStateOrderByNumber(RequestState.IN_REVIEW)).values().stream()
                .flatMap(List::stream)
                .map(ProposedChange::change);
    }

    public List<Lock> locks() {
        return places(List.of(RequestState.IN_REVIEW));
    }

    /** The places that drafts are about, whoever writes them. */
    public List<Lock> drafted() {
        return places(List.of(RequestState.DRAFT, RequestState.RETURNED));
    }

    /** Lets nobody else submit until the transaction ends, so that nothing is held that was not held before. */
    public void waitForOtherSubmissions() {
        requests.waitForOtherSubmissions();
    }

    /** An item as it was when an approved request removed it last. */
    public Optional<Item> lastRemoved(UUID item) {
        return changes.removalsOf(item, StoredChange.Kind.REMOVE, RequestState.APPROVED).stream()
                .map(ProposedChange::change)
                .map(Change.Remove.class::cast)
                .map(Change.Remove::base)
                .findFirst();
    }

    /** Every item of a goal that an approved request has touched, also those that are no longer there. */
    public Set<ItemRef> appliedTo(ItemRef goal) {
        return changes.ofGoal(goal.id(), RequestState.APPROVED).stream()
                .map(row -> row.change().ref())
                .collect(Collectors.toSet());
    }

    /** Where the plan was changed after one revision and up to another, each place with the last revision that did. */
    public List<LastTouch> lastTouches(long after, long upTo) {
        return changes.lastTouches(after, upTo);
    }

    private List<Lock> places(List<RequestState> states) {
        var found = requests.findByStateInOrderByNumber(states);
        var rows = changes.byRequest(found);
        return found.stream()
                .flatMap(request -> rows.getOrDefault(request.id(), List.of()).stream()
                        .map(row -> Lock.of(
                                row.change(),
                                request.number(),
                                request.author().body(),
                                request.state() == RequestState.IN_REVIEW
                                        ? Objects.requireNonNull(request.submittedAt())
                                        : request.editedAt())))
                .toList();
    }
}
