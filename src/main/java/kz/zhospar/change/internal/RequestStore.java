package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.change.BasisFileInfo;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestGrounds;
import kz.zhospar.change.RequestQuery;
import kz.zhospar.change.RequestState;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Signature;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Change requests in their tables, as the person in question may see them. */
@Component
public class RequestStore {

    private final ChangeRequests requests;
    private final ProposedChanges changes;
    private final Decisions decisions;
    private final DecisionItems items;
    private final BasisFiles files;
    private final ChangeAccess access;
    private final PlanService plans;

    RequestStore(
            ChangeRequests requests,
            ProposedChanges changes,
            Decisions decisions,
            DecisionItems items,
            BasisFiles files,
            ChangeAccess access,
            PlanService plans) {
        this.requests = requests;
        this.changes = changes;
        this.decisions = decisions;
        this.items = items;
        this.files = files;
        this.access = access;
        this.plans = plans;
    }

    /** The request, or the same refusal whether it does not exist or is not the person's to see. */
    public StoredRequest find(Person person, long number) {
        return visible(person, requests.findByNumber(number).orElseThrow(() -> missing(number)));
    }

    /** The same, kept from others until the transaction ends. */
    public StoredRequest lock(Person person, long number) {
        return visible(person, requests.lockByNumber(number).orElseThrow(() -> missing(number)));
    }

    private StoredRequest visible(Person person, ChangeRequest request) {
        var loaded = load(List.of(request)).getFirst();
        if (!access.mayRead(person, loaded, plans.current().tree())) {
            throw missing(request.number());
        }
        return loaded;
    }

    /** The same request as it stands now in the running transaction. */
    StoredRequest reload(StoredRequest loaded) {
        return load(List.of(loaded.request())).getFirst();
    }

    private static Refusal missing(long number) {
        return new Refusal(Refusal.Reason.NOT_FOUND, number);
    }

    /** The requests of one page, with the number of all. */
    public record Sheet(List<StoredRequest> rows, long total) {}

    /** A page of what the person may see, the last edited first; the scope of the query is not looked at. */
    public Sheet page(Person person, RequestQuery query, String writer, int page, int size) {
        var found = requests.page(
                sight(person),
                writer,
                query.state() == null ? EnumSet.allOf(RequestState.class) : EnumSet.of(query.state()),
                PlainText.storable(Objects.requireNonNullElse(query.body(), "")),
                pattern(query.text()),
                PageRequest.of(page, size));
        return new Sheet(load(found.getContent()), found.getTotalElements());
    }

    /** What contains the text as it stands: the signs of patterns mean themselves. */
    private static String pattern(String text) {
        var literal = PlainText.storable(text).strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + literal + "%";
    }

    private Sight sight(Person person) {
        return access.sight(person, plans.current().tree());
    }

    public List<Long> numbers(Person person) {
        return requests.numbers(sight(person));
    }

    /** Those of the numbers whose request the person may see. */
    public Set<Long> visible(Person person, Collection<Long> numbers) {
        return numbers.isEmpty() ? Set.of() : requests.visible(sight(person), numbers);
    }

    public Map<Long, String> titles(Person person, Collection<Long> numbers) {
        return requests.findByNumberIn(visible(person, numbers)).stream()
                .collect(Collectors.toMap(ChangeRequest::number, ChangeRequest::title));
    }

    public Set<String> bodies(Person person) {
        return requests.bodies(sight(person));
    }

    /** What an account writes, the last edited first. */
    public List<StoredRequest> own(String account, Collection<RequestState> states) {
        return load(requests.own(account, states));
    }

    public List<StoredRequest> inReview() {
        return load(requests.findByStateOrderByNumber(RequestState.IN_REVIEW));
    }

    /** What is under review, as far as the person may see it. */
    public List<StoredRequest> inReview(Person person) {
        return load(requests.inReview(sight(person)));
    }

    /** What an account writes for a body and has not been ended, kept from others until the transaction ends. */
    public List<StoredRequest> lockWrittenBy(String account, String body) {
        return load(requests.lockWrittenBy(account, body));
    }

    /** Who writes each request that has not been ended, for one body or for all. */
    public List<Signature> openWriters(boolean all, @Nullable String body) {
        return requests.openWriters(all, body);
    }

    /** The request, whoever may see it, kept from others until the transaction ends; empty when it is not in review. */
    Optional<StoredRequest> lockInReview(long number) {
        return requests.lockByNumber(number)
                .filter(request -> request.state() == RequestState.IN_REVIEW)
                .map(request -> load(List.of(request)).getFirst());
    }

    public ChangeRequest save(ChangeRequest request) {
        return requests.save(request);
    }

    public long nextNumber() {
        return requests.nextNumber();
    }

    /** Makes the stored changes those of the set: rows that stay keep their place and history. */
    public StoredRequest write(ChangeRequest request, ChangeSet set, PlanSnapshot plan) {
        var rows = new HashMap<UUID, ProposedChange>();
        changes.findByRequestIdOrderByPosition(request.id()).forEach(row -> rows.put(row.id(), row));
        int position = 0;
        for (var change : set.changes()) {
            var row = rows.remove(ProposedChange.id(request.id(), change));
            if (row == null) {
                row = new ProposedChange(request.id(), change);
            }
            var goal = access.goalOf(change, set, plan.tree());
            var offices = Offices.of(change, goal.orElse(null), plan.tree());
            row.write(position++, change, goal.map(found -> found.ref().id()).orElse(null), offices);
            changes.save(row);
        }
        rows.values().forEach(changes::delete);
        return load(List.of(request)).getFirst();
    }

    /** Takes changes out of a request for which a decision has set them aside. */
    void remove(StoredRequest loaded, Collection<Change> places) {
        places.forEach(place -> loaded.row(place).ifPresent(changes::delete));
    }

    void add(Decision decision, StoredRequest loaded, Collection<ItemVerdict> verdicts) {
        decisions.save(decision);
        verdicts.forEach(verdict -> items.save(new DecisionItem(
                decision,
                verdict,
                loaded.row(verdict.change()).map(ProposedChange::goalId).orElse(null))));
    }

    public UUID add(BasisFile file) {
        return files.save(file).id();
    }

    @Nullable
    BasisFileInfo fileInfo(ChangeRequest request) {
        return request.basisFile() == null
                ? null
                : files.info(request.basisFile()).orElse(null);
    }

    public Optional<BasisFile> file(ChangeRequest request) {
        return request.basisFile() == null ? Optional.empty() : files.findById(request.basisFile());
    }

    public Map<Long, List<DecisionRecord>> decisions(Person person, Collection<Long> numbers) {
        var plan = plans.current().tree();
        return load(requests.findByNumberIn(numbers)).stream()
                .filter(loaded ->
                        loaded.request().state() == RequestState.APPROVED || access.mayRead(person, loaded, plan))
                .filter(loaded -> !loaded.decisions().isEmpty())
                .collect(Collectors.toMap(loaded -> loaded.request().number(), StoredRequest::decisionRecords));
    }

    /** What stands behind those of the requests that the person may see, by number. */
    public Map<Long, RequestGrounds> grounds(Person person, Collection<Long> numbers) {
        var plan = plans.current().tree();
        return load(requests.findByNumberIn(numbers)).stream()
                .filter(loaded -> access.mayRead(person, loaded, plan))
                .collect(Collectors.toMap(loaded -> loaded.request().number(), StoredRequest::grounds));
    }

    /** The requests with all that belongs to them, in three further queries however many they are. */
    private List<StoredRequest> load(Collection<ChangeRequest> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(ChangeRequest::id).toList();
        var rows = changes.byRequest(found);
        var decided = decisions.findByRequestIdInOrderByDecidedAt(ids).stream()
                .collect(Collectors.groupingBy(Decision::requestId));
        var aside = items.findByRequestIdIn(ids).stream().collect(Collectors.groupingBy(DecisionItem::requestId));
        return found.stream()
                .map(request -> StoredRequest.of(
                        request,
                        rows.getOrDefault(request.id(), List.of()),
                        decided.getOrDefault(request.id(), List.of()),
                        aside.getOrDefault(request.id(), List.of())))
                .toList();
    }
}
