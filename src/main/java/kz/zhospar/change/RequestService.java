package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zhospar.change.internal.ProposedPlaces;
import kz.zhospar.change.internal.RequestReader;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.SubmittedContents;
import kz.zhospar.change.internal.Turns;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Conflict;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Change requests as one may read them. What one may not see does not exist. */
@Service
@Transactional(readOnly = true)
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class RequestService {

    /** The signal, with the number of the request, that something about it has changed. */
    public static final String TOPIC = "request";

    /** How many requests a page of a list holds. */
    public static final int PAGE = 50;

    private final RequestStore store;
    private final ProposedPlaces places;
    private final SubmittedContents contents;
    private final RequestReader reader;
    private final Turns turns;
    private final PlanService plans;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestService(
            RequestStore store,
            ProposedPlaces places,
            SubmittedContents contents,
            RequestReader reader,
            Turns turns,
            PlanService plans,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.contents = contents;
        this.reader = reader;
        this.turns = turns;
        this.plans = plans;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One request.
     *
     * @throws Refusal NOT_FOUND when there is none that the person may see
     */
    public RequestDetails find(long number) {
        return reader.details(person.require(), store.find(person.require(), number));
    }

    /** One request for reading it: that the person had a submitted content before him is kept. */
    @Transactional
    public RequestDetails open(long number) {
        var loaded = store.find(person.require(), number);
        contents.view(person.require(), loaded, clock.instant());
        events.publishEvent(new RequestOpened(number));
        return reader.details(person.require(), loaded);
    }

    /** The file of the request's basis document with its content, if there is one. */
    public Optional<BasisFileContent> basisFile(long number) {
        return store.file(store.find(person.require(), number).request())
                .map(file -> new BasisFileContent(file.name(), file.mediaType(), file.content()));
    }

    /** The same to take it along, which is kept first. */
    public Optional<BasisFileContent> takeBasisFile(long number) {
        var file = basisFile(number);
        file.ifPresent(taken -> events.publishEvent(new BasisFileTaken(number, taken.name(), taken.content().length)));
        return file;
    }

    /**
     * One page of what the person may see: the last edited first, what waits for his decision by its last day.
     *
     * @param page from 0, {@link #PAGE} requests each
     */
    public RequestPage page(RequestQuery query, int page) {
        if (query.scope() == RequestQuery.Scope.AWAITING) {
            var waiting = awaitingMe().stream().filter(query::lets).toList();
            return new RequestPage(
                    waiting.stream().skip((long) page * PAGE).limit(PAGE).toList(), waiting.size());
        }
        var me = person.require();
        var writer = query.scope() == RequestQuery.Scope.MINE ? me.account() : "";
        var found = store.page(me, query, writer, page, PAGE);
        return new RequestPage(found.rows().stream().map(reader::summary).toList(), found.total());
    }

    /** What the person writes in these states, the last edited first. */
    public List<RequestSummary> own(Collection<RequestState> states) {
        return store.own(person.require().account(), states).stream()
                .map(reader::summary)
                .toList();
    }

    /** The numbers of all requests that the person may see. */
    public List<Long> numbers() {
        return store.numbers(person.require());
    }

    /** Those of the numbers whose request the person may see. */
    public Set<Long> visible(Collection<Long> numbers) {
        return store.visible(person.require(), numbers);
    }

    /** The titles of those of the numbers whose request the person may see. */
    public Map<Long, String> titles(Collection<Long> numbers) {
        return store.titles(person.require(), numbers);
    }

    /** Keys of the bodies whose requests the person may see. */
    public Set<String> bodies() {
        return store.bodies(person.require());
    }

    /** What waits for the person's decision: what is due first comes first, then the longest waiting. */
    public List<RequestSummary> awaitingMe() {
        return turns.awaiting(person.require(), store.inReview(person.require())).stream()
                .map(reader::summary)
                .sorted(Comparator.comparing(RequestService::due).thenComparing(RequestSummary::submittedAt))
                .toList();
    }

    private static LocalDate due(RequestSummary request) {
        var turn = request.turn();
        return turn == null || turn.due() == null ? LocalDate.MAX : turn.due();
    }

    /** The approved plan with the request in it, as far as the plan still allows. */
    public Preview preview(long number) {
        var changes = store.find(person.require(), number).set().changes();
        var plan = plans.current();
        var conflicts = Changes.conflicts(plan.items(), changes);
        var stale = conflicts.stream().map(Conflict::change).toList();
        var fresh = changes.stream().filter(change -> !stale.contains(change)).toList();
        return new Preview(plan.apply(fresh), fresh, conflicts);
    }

    /** The places that requests under review hold, whoever wrote them: which request, whose, since when. */
    public List<Lock> locks() {
        return places.locks();
    }

    /** The places that drafts are about, whoever writes them: two authors of the same place see each other. */
    public List<Lock> drafted() {
        return places.drafted();
    }

    /**
     * The decisions on requests, by number: the approval chain that a history shows beside what was applied. Of
     * requests that have not been applied, only those that the person may see.
     */
    public Map<Long, List<DecisionRecord>> decisions(Collection<Long> numbers) {
        return store.decisions(person.require(), numbers);
    }

    /** Every item of a goal that an approved request has touched, also those that are no longer there. */
    public Set<ItemRef> everTouched(ItemRef goal) {
        return places.appliedTo(goal);
    }
}
