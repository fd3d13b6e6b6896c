package kz.zhospar.change.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.BasisFileInfo;
import kz.zhospar.change.ChangeSet;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Lock;
import kz.zhospar.change.Part;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestQuery;
import kz.zhospar.change.RequestState;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Change requests in their tables, as the person in question may see them. */
@Component
public class RequestStore {

    /**
     * A request with its changes and what was decided on it.
     *
     * @param items what decisions said of single changes
     * @param goals ids of the goals that it touches, also with what was set aside
     */
    public record Loaded(
            ChangeRequest request,
            List<ProposedChange> rows,
            List<Decision> decisions,
            List<DecisionItem> items,
            Set<UUID> goals) {

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
    }

    private final ChangeRequests requests;
    private final ProposedChanges changes;
    private final Decisions decisions;
    private final DecisionItems items;
    private final Submissions submissions;
    private final Viewings viewings;
    private final BasisFiles files;
    private final ChangeAccess access;
    private final PlanService plans;

    RequestStore(
            ChangeRequests requests,
            ProposedChanges changes,
            Decisions decisions,
            DecisionItems items,
            Submissions submissions,
            Viewings viewings,
            BasisFiles files,
            ChangeAccess access,
            PlanService plans) {
        this.requests = requests;
        this.changes = changes;
        this.decisions = decisions;
        this.items = items;
        this.submissions = submissions;
        this.viewings = viewings;
        this.files = files;
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
        if (!access.mayRead(person, loaded, plans.current().tree())) {
            throw missing(request.number());
        }
        return loaded;
    }

    /** The same request as it stands now in the running transaction. */
    Loaded reload(Loaded loaded) {
        return load(List.of(loaded.request())).getFirst();
    }

    private static Refusal missing(long number) {
        return new Refusal(Refusal.Reason.NOT_FOUND, number);
    }

    /** The requests of one page, with the number of all. */
    public record Sheet(List<Loaded> rows, long total) {}

    /** A page of what the person may see, the last edited first; the scope of the query is not looked at. */
    public Sheet page(Person person, RequestQuery query, String writer, int page, int size) {
        var found = requests.page(
                sight(person),
                writer,
                query.state() == null ? EnumSet.allOf(RequestState.class) : EnumSet.of(query.state()),
                Objects.requireNonNullElse(query.body(), ""),
                pattern(query.text()),
                PageRequest.of(page, size));
        return new Sheet(load(found.getContent()), found.getTotalElements());
    }

    /** What contains the text as it stands: the signs of patterns mean themselves. */
    private static String pattern(String text) {
        var literal = text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
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

    public Set<String> bodies(Person person) {
        return requests.bodies(sight(person));
    }

    /** What an account writes, the last edited first. */
    public List<Loaded> own(String account, Collection<RequestState> states) {
        return load(requests.own(account, states));
    }

    public List<Loaded> inReview() {
        return load(requests.findByStateOrderByNumber(RequestState.IN_REVIEW));
    }

    /** The same, kept from others until the transaction ends. */
    public void waitForOtherSubmissions() {
        requests.waitForOtherSubmissions();
    }

    /** Every change that is under review. */
    public Stream<Change> held() {
        return rows(requests.findByStateOrderByNumber(RequestState.IN_REVIEW)).values().stream()
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

    private List<Lock> places(List<RequestState> states) {
        var found = requests.findByStateInOrderByNumber(states);
        var rows = rows(found);
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

    /** What an account writes for a body and has not been ended, kept from others until the transaction ends. */
    public List<Loaded> lockWrittenBy(String account, String body) {
        return load(requests.lockWrittenBy(account, body));
    }

    /** One request of one person that has not been ended, for each such request. */
    public List<Signature> openWriters() {
        return requests
                .findByStateInOrderByNumber(
                        EnumSet.complementOf(EnumSet.of(RequestState.APPROVED, RequestState.REJECTED)))
                .stream()
                .map(ChangeRequest::writer)
                .toList();
    }

    /** The request, whoever may see it, kept from others until the transaction ends; empty when it is not in review. */
    Optional<Loaded> lockInReview(long number) {
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
    public Loaded write(ChangeRequest request, ChangeSet set, PlanSnapshot plan) {
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
    void remove(Loaded loaded, Collection<Change> places) {
        places.forEach(place -> loaded.row(place).ifPresent(changes::delete));
    }

    void add(Decision decision, Loaded loaded, Collection<ItemVerdict> verdicts) {
        decisions.save(decision);
        verdicts.forEach(verdict -> items.save(new DecisionItem(
                decision,
                verdict,
                loaded.row(verdict.change()).map(ProposedChange::goalId).orElse(null))));
    }

    void add(Submission submission) {
        submissions.save(submission);
    }

    /** What was submitted in the last round before the running one. */
    RequestDetails.@Nullable Earlier earlier(ChangeRequest request) {
        return submissions
                .findFirstByRequestIdAndRoundLessThanOrderByRoundDesc(request.id(), request.round())
                .map(Submission::record)
                .orElse(null);
    }

    /** Keeps that the person has the submitted content before him; once for each content. */
    public void view(Person person, Loaded loaded, Instant now) {
        var request = loaded.request();
        var hash = request.contentHash();
        if (request.state() == RequestState.IN_REVIEW
                && hash != null
                && !request.involves(person.account())
                && viewings.findByRequestIdOrderByViewedAt(request.id()).stream()
                        .noneMatch(viewing -> viewing.isOf(person.account(), hash))) {
            RevisionNote.describe(RevisionKind.READING, request.number(), request.title());
            viewings.save(new Viewing(request, hash, Signature.of(person), now));
        }
    }

    List<RequestDetails.Viewing> viewings(ChangeRequest request) {
        return viewings.findByRequestIdOrderByViewedAt(request.id()).stream()
                .map(Viewing::record)
                .toList();
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

    List<DecisionRecord> decisions(Loaded loaded) {
        return loaded.decisions().stream()
                .map(decision -> record(loaded.request().number(), decision, loaded.items()))
                .toList();
    }

    public Map<Long, List<DecisionRecord>> decisions(Person person, Collection<Long> numbers) {
        var plan = plans.current().tree();
        return load(requests.findByNumberIn(numbers)).stream()
                .filter(loaded ->
                        loaded.request().state() == RequestState.APPROVED || access.mayRead(person, loaded, plan))
                .filter(loaded -> !loaded.decisions().isEmpty())
                .collect(Collectors.toMap(loaded -> loaded.request().number(), this::decisions));
    }

    /** An item as it was when an approved request removed it last. */
    public Optional<Item> lastRemoved(UUID item) {
        return changes.removalsOf(item, StoredChange.Kind.REMOVE, RequestState.APPROVED).stream()
                .map(ProposedChange::change)
                .map(Change.Remove.class::cast)
                .map(Change.Remove::base)
                .findFirst();
    }

    public Set<ItemRef> appliedTo(ItemRef goal) {
        return changes.ofGoal(goal.id(), RequestState.APPROVED).stream()
                .map(row -> row.change().ref())
                .collect(Collectors.toSet());
    }

    private static DecisionRecord record(long number, Decision decision, List<DecisionItem> items) {
        var principal = decision.principal();
        return new DecisionRecord(
                decision.id(),
                number,
                decision.round(),
                decision.step(),
                decision.office(),
                decision.verdict(),
                decision.reason(),
                decision.person().name(),
                decision.person().position(),
                decision.person().body(),
                principal == null
                        ? null
                        : new DecisionRecord.Principal(principal.name(), principal.position(), principal.body()),
                decision.decidedAt(),
                decision.contentHash(),
                items.stream()
                        .filter(item -> item.decisionId().equals(decision.id()))
                        .map(DecisionItem::verdict)
                        .toList(),
                decision.splitInto());
    }

    /** The requests with all that belongs to them, in three further queries however many they are. */
    private List<Loaded> load(Collection<ChangeRequest> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(ChangeRequest::id).toList();
        var rows = rows(found);
        var decided = decisions.findByRequestIdInOrderByDecidedAt(ids).stream()
                .collect(Collectors.groupingBy(Decision::requestId));
        var aside = items.findByRequestIdIn(ids).stream().collect(Collectors.groupingBy(DecisionItem::requestId));
        return found.stream()
                .map(request -> loaded(
                        request,
                        rows.getOrDefault(request.id(), List.of()),
                        decided.getOrDefault(request.id(), List.of()),
                        aside.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<ProposedChange>> rows(Collection<ChangeRequest> found) {
        return changes
                .findByRequestIdInOrderByPosition(
                        found.stream().map(ChangeRequest::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ProposedChange::requestId));
    }

    private static Loaded loaded(
            ChangeRequest request, List<ProposedChange> rows, List<Decision> decisions, List<DecisionItem> items) {
        var goals = new LinkedHashSet<UUID>();
        Stream.concat(rows.stream().map(ProposedChange::goalId), items.stream().map(DecisionItem::goalId))
                .filter(Objects::nonNull)
                .forEach(goals::add);
        return new Loaded(request, rows, decisions, items, goals);
    }
}
