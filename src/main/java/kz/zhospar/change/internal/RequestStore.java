package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.Lock;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestState;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.springframework.stereotype.Component;

/** Change requests in their tables, as the person in question may see them. */
@Component
public class RequestStore {

    /** A request with its changes. */
    public record Loaded(ChangeRequest request, ChangeSet set, Set<UUID> goals) {
        public String hash() {
            return Content.hash(request, set.changes());
        }
    }

    private final ChangeRequests requests;
    private final ProposedChanges changes;
    private final Decisions decisions;
    private final ChangeAccess access;
    private final PlanService plans;

    RequestStore(
            ChangeRequests requests,
            ProposedChanges changes,
            Decisions decisions,
            ChangeAccess access,
            PlanService plans) {
        this.requests = requests;
        this.changes = changes;
        this.decisions = decisions;
        this.access = access;
        this.plans = plans;
    }

    /** The request, or the same refusal whether it does not exist or is not the person's to see. */
    public Loaded find(Person person, long number) {
        return visible(person, requests.findByNumber(number).orElseThrow(() -> missing(number)));
    }

    /** The same, kept from others until the transaction ends. */
    public Loaded lock(Person person, long number) {
        return visible(person, requests.lockByNumber(number).orElseThrow(() -> missing(number)));
    }

    private Loaded visible(Person person, ChangeRequest request) {
        var loaded = load(List.of(request)).getFirst();
        if (!access.mayRead(person, request, loaded.goals(), plans.current().tree())) {
            throw missing(request.number());
        }
        return loaded;
    }

    private static Refusal missing(long number) {
        return new Refusal(Refusal.Reason.NOT_FOUND, number);
    }

    /** Every request that the person may see, the last edited first. */
    public List<Loaded> all(Person person) {
        if (person.readsEverything()) {
            return load(requests.everything());
        }
        if (person.curator() != null) {
            return load(requests.ofGoals(
                    access.overseen(person.curator(), plans.current().tree())));
        }
        return person.body() == null ? List.of() : load(requests.ofBody(person.body()));
    }

    public List<Loaded> inReview() {
        return load(requests.findByStateOrderByNumber(RequestState.IN_REVIEW));
    }

    public List<Lock> locks() {
        return inReview().stream()
                .flatMap(loaded -> loaded.set().changes().stream()
                        .map(change -> new Lock(
                                change,
                                loaded.request().number(),
                                loaded.request().author().body(),
                                loaded.request().submittedAt())))
                .toList();
    }

    public ChangeRequest save(ChangeRequest request) {
        return requests.save(request);
    }

    public long nextNumber() {
        return requests.nextNumber();
    }

    /** Makes the stored changes those of the set: rows that stay keep their place and history. */
    public void write(ChangeRequest request, ChangeSet set, PlanSnapshot plan) {
        var rows = new HashMap<UUID, ProposedChange>();
        changes.findByRequestIdOrderByPosition(request.id()).forEach(row -> rows.put(row.id(), row));
        int position = 0;
        for (var change : set.changes()) {
            var row = rows.remove(ProposedChange.id(request.id(), change));
            if (row == null) {
                row = new ProposedChange(request.id(), change);
            }
            var goal = access.goalOf(change, set, plan.tree());
            row.write(position++, change, goal.map(found -> found.ref().id()).orElse(null));
            changes.save(row);
        }
        rows.values().forEach(changes::delete);
    }

    public void add(Decision decision) {
        decisions.save(decision);
    }

    public List<DecisionRecord> decisions(ChangeRequest request) {
        return decisions.findByRequestIdOrderByDecidedAt(request.id()).stream()
                .map(decision -> record(request.number(), decision))
                .toList();
    }

    public Map<Long, List<DecisionRecord>> decisions(Person person, Collection<Long> numbers) {
        var plan = plans.current().tree();
        var byId = load(requests.findByNumberIn(numbers)).stream()
                .filter(loaded -> loaded.request().state() == RequestState.APPROVED
                        || access.mayRead(person, loaded.request(), loaded.goals(), plan))
                .map(Loaded::request)
                .collect(Collectors.toMap(ChangeRequest::id, ChangeRequest::number));
        return decisions.findByRequestIdInOrderByDecidedAt(byId.keySet()).stream()
                .map(decision -> record(byId.get(decision.requestId()), decision))
                .collect(Collectors.groupingBy(DecisionRecord::request));
    }

    public Set<ItemRef> appliedTo(ItemRef goal) {
        return changes.ofGoal(goal.id(), RequestState.APPROVED).stream()
                .map(row -> row.change().ref())
                .collect(Collectors.toSet());
    }

    public boolean hasDecided(ChangeRequest request, Person person) {
        return decisions.findByRequestIdOrderByDecidedAt(request.id()).stream()
                .anyMatch(decision ->
                        decision.round() == request.round() && decision.person().isOf(person));
    }

    private static DecisionRecord record(long number, Decision decision) {
        return new DecisionRecord(
                number,
                decision.round(),
                decision.step(),
                decision.verdict(),
                decision.reason(),
                decision.person().name(),
                decision.person().position(),
                decision.person().body(),
                decision.decidedAt(),
                decision.contentHash());
    }

    /** The requests with their changes, in one further query however many they are. */
    private List<Loaded> load(Collection<ChangeRequest> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<ProposedChange>> rows =
                changes
                        .findByRequestIdInOrderByPosition(
                                found.stream().map(ChangeRequest::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(ProposedChange::requestId));
        Function<ChangeRequest, Loaded> join = request -> {
            var own = rows.getOrDefault(request.id(), List.of());
            var goals = new LinkedHashSet<UUID>();
            own.stream().map(ProposedChange::goalId).filter(Objects::nonNull).forEach(goals::add);
            return new Loaded(
                    request,
                    new ChangeSet(own.stream().map(ProposedChange::change).toList()),
                    goals);
        };
        return found.stream().map(join).toList();
    }
}
