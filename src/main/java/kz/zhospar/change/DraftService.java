package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.change.internal.BasisFile;
import kz.zhospar.change.internal.BasisFileKind;
import kz.zhospar.change.internal.ChangeAccess;
import kz.zhospar.change.internal.ChangeRequest;
import kz.zhospar.change.internal.Numbering;
import kz.zhospar.change.internal.PlainValues;
import kz.zhospar.change.internal.ProposalChecks;
import kz.zhospar.change.internal.ProposedPlaces;
import kz.zhospar.change.internal.Rebase;
import kz.zhospar.change.internal.RequestReader;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.Review;
import kz.zhospar.change.internal.StoredRequest;
import kz.zhospar.change.internal.Telling;
import kz.zhospar.common.Formats;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.identity.Signature;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.plan.Values;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The author's side of change requests: drafts are kept on the server as they are typed. */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY})
public class DraftService {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 20_000;

    /** A document of an earlier day is a slip of the keys. */
    private static final LocalDate EARLIEST_BASIS = LocalDate.of(1900, 1, 1);

    private final RequestStore store;
    private final RequestReader reader;
    private final ChangeAccess access;
    private final ProposedPlaces places;
    private final ProposalChecks checks;
    private final Rebase rebase;
    private final Review review;
    private final Telling telling;
    private final PlanService plans;
    private final CurrentPerson person;
    private final Clock clock;

    DraftService(
            RequestStore store,
            RequestReader reader,
            ChangeAccess access,
            ProposedPlaces places,
            ProposalChecks checks,
            Rebase rebase,
            Review review,
            Telling telling,
            PlanService plans,
            CurrentPerson person,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.access = access;
        this.places = places;
        this.checks = checks;
        this.rebase = rebase;
        this.review = review;
        this.telling = telling;
        this.plans = plans;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Those items of a goal of the approved plan that the person's body may propose to change; none where it has no
     * duty. Asks no database.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Set<ItemRef> proposable(Goal goal) {
        return access.proposable(person.require(), goal, plans.current().tree());
    }

    /** Begins an empty draft and gives its number. */
    public long open() {
        var me = person.require();
        if (me.body() == null) {
            throw new Refusal(Refusal.Reason.NOT_YOUR_ITEM);
        }
        var request = new ChangeRequest(store.nextNumber(), Signature.of(me), clock.instant());
        note(RevisionKind.DRAFT, request);
        store.save(request);
        return request.number();
    }

    /** Title, justification and basis document of an open request, as far as they are written. */
    public RequestDetails describe(long number, String title, String justification, Basis basis) {
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal(Refusal.Reason.TEXT_TOO_LONG, LONGEST_TITLE);
        }
        if (Stream.of(justification, basis.name(), basis.number()).anyMatch(text -> text.length() > LONGEST_TEXT)) {
            throw new Refusal(Refusal.Reason.TEXT_TOO_LONG, LONGEST_TEXT);
        }
        if (basis.date() != null && basis.date().isAfter(LocalDate.ofInstant(now(), Formats.ZONE))) {
            throw new Refusal(Refusal.Reason.BASIS_DATE_LATER);
        }
        if (basis.date() != null && basis.date().isBefore(EARLIEST_BASIS)) {
            throw new Refusal(Refusal.Reason.BASIS_DATE_EARLY);
        }
        var loaded = open(number);
        loaded.request()
                .describe(
                        PlainText.storable(title),
                        PlainText.storable(justification),
                        PlainValues.of(basis),
                        clock.instant());
        note(RevisionKind.DRAFT, loaded.request());
        telling.changed(loaded.request());
        return reader.details(person.require(), loaded);
    }

    /**
     * Attaches the file of the basis document; another one takes its place. What kind of file it is tells its content.
     *
     * @throws Refusal FILE_EMPTY, FILE_TOO_LARGE (over 20 MB) FILE_KIND (neither PDF, Word, Excel nor picture)
     *     or FILE_SWELLS (an archive that becomes far larger when it is opened)
     */
    public RequestDetails attach(long number, String name, byte[] content) {
        var loaded = open(number);
        var plain = BasisFileKind.plain(name);
        var kind = BasisFileKind.of(plain, content);
        var file = new BasisFile(plain, kind, content, Signature.of(person.require()), now());
        note(RevisionKind.DRAFT, loaded.request());
        loaded.request().attach(store.add(file), now());
        telling.changed(loaded.request());
        return reader.details(person.require(), loaded);
    }

    /** Takes the file of the basis document away from the request. */
    public RequestDetails detach(long number) {
        var loaded = open(number);
        note(RevisionKind.DRAFT, loaded.request());
        loaded.request().attach(null, now());
        telling.changed(loaded.request());
        return reader.details(person.require(), loaded);
    }

    /**
     * States another value, or nothing for null, in one field. The base is what the approved plan states now, or what
     * the draft's earlier change to the same place was made from.
     */
    public RequestDetails edit(long number, ItemRef ref, Field field, @Nullable Object value) {
        var loaded = open(number);
        var before = inDraft(loaded).find(ref).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_YOUR_ITEM));
        var base = before.value(field).orElse(null);
        var stated = Values.orNothing(PlainValues.of(value));
        return Objects.equals(base, stated)
                ? reader.details(person.require(), loaded)
                : propose(loaded, List.of(new Change.Edit(ref, field, base, stated)));
    }

    /**
     * Takes changes into the draft, all or none. Each is made from the plan with the draft in it.
     *
     * @throws Refusal when an item is not the person's body's own, or another request under review holds the place
     * @throws StalePlanException when the draft itself has removed an item that a change would edit
     */
    public RequestDetails propose(long number, List<Change> changes) {
        return propose(open(number), changes);
    }

    private RequestDetails propose(StoredRequest loaded, List<Change> changes) {
        var plan = plans.current();
        var plain = changes.stream().map(PlainValues::of).toList();
        var set = checks.with(loaded.set(), plain, person.require(), loaded.request(), plan);
        return write(loaded, set, plan);
    }

    /** Takes back what the draft says of one place. */
    public RequestDetails drop(long number, Change place) {
        var loaded = open(number);
        return write(loaded, loaded.set().without(place), plans.current());
    }

    /**
     * Settles a change whose base has moved: mine is made anew from what the plan states now, theirs drops mine.
     */
    public RequestDetails settle(long number, Change stale, boolean keepMine) {
        var loaded = open(number);
        var plan = plans.current();
        var conflict = Changes.conflicts(plan.items(), loaded.set().changes()).stream()
                .filter(one -> one.change().samePlace(stale))
                .findFirst();
        if (conflict.isEmpty()) {
            return reader.details(person.require(), loaded);
        }
        var set = loaded.set().without(conflict.get().change());
        return write(loaded, keepMine ? rebase.keepMine(set, conflict.get(), plan) : set, plan);
    }

    /**
     * Sends the request along its route.
     *
     * @throws StalePlanException with base, theirs and mine of each change whose base has moved
     * @throws Refusal when something is missing or wrong, held by another request, or a step has nobody to decide
     */
    public RequestDetails submit(long number) {
        var loaded = open(number);
        var request = loaded.request();
        requireComplete(request, loaded.set().changes());
        places.waitForOtherSubmissions();
        var plan = plans.current();
        var set = Numbering.free(loaded.set(), plan.items().values(), places.held());
        var changes = set.changes();
        checks.requireSubmittable(changes, person.require(), request, plan);
        var route = reader.route(loaded);
        note(RevisionKind.DECISION, request);
        // The offices are those of the plan as it stands now, not as it stood when each change was typed.
        var written = store.write(request, set, plan);
        return reader.details(person.require(), review.begin(written, person.require(), route));
    }

    /** Takes the request back, from a draft or from review; it stays readable and can be written on. */
    public RequestDetails withdraw(long number) {
        var loaded = own(number);
        note(RevisionKind.DECISION, loaded.request());
        review.withdraw(loaded, person.require());
        return reader.details(person.require(), loaded);
    }

    /** Takes over the value that an approver suggested when he gave a change back. */
    public RequestDetails takeSuggestion(long number, Change place) {
        var loaded = open(number);
        var remark = loaded.remark(place).filter(found -> found.suggestion() != null);
        if (remark.isEmpty() || !(remark.get().change() instanceof Change.Edit edit)) {
            return reader.details(person.require(), loaded);
        }
        return propose(
                loaded,
                List.of(new Change.Edit(
                        edit.ref(), edit.field(), edit.value(), remark.get().suggestion())));
    }

    /** Keeps the own value instead of the suggested one. */
    public RequestDetails declineSuggestion(long number, Change place) {
        var loaded = open(number);
        loaded.request().edit(now());
        note(RevisionKind.DRAFT, loaded.request());
        loaded.declineSuggestion(place);
        return reader.details(person.require(), loaded);
    }

    /**
     * Goes on with a request in the stead of a colleague of the same body, who is told nothing he could not see. Whoever
     * alone can decide on it decides first: as its writer he could not any more.
     */
    public RequestDetails takeOver(long number) {
        var me = person.require();
        var loaded = store.lock(me, number);
        if (!access.mayTakeOver(me, loaded.request())) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, number);
        }
        note(RevisionKind.DRAFT, loaded.request());
        var before = loaded.request().writer().account();
        loaded.handOver(me);
        telling.takenOver(loaded, before, me);
        telling.changed(loaded.request());
        return reader.details(me, loaded);
    }

    private StoredRequest open(long number) {
        var loaded = own(number);
        loaded.request().requireOpen();
        return loaded;
    }

    private StoredRequest own(long number) {
        var loaded = store.lock(person.require(), number);
        if (!access.mayWrite(person.require(), loaded.request())) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, number);
        }
        return loaded;
    }

    private PlanSnapshot inDraft(StoredRequest loaded) {
        var plan = plans.current();
        var stale = Changes.conflicts(plan.items(), loaded.set().changes());
        if (!stale.isEmpty()) {
            // A stale draft is settled before it is written on: nothing is laid over a value that nobody has seen.
            throw new StalePlanException(stale);
        }
        return plan.apply(loaded.set().changes());
    }

    private RequestDetails write(StoredRequest loaded, ChangeSet set, PlanSnapshot plan) {
        loaded.request().edit(now());
        note(RevisionKind.DRAFT, loaded.request());
        var numbered = Numbering.free(set, plan.items().values(), Stream.empty());
        var written = store.write(loaded.request(), numbered, plan);
        telling.changed(written.request());
        return reader.details(person.require(), written);
    }

    private void requireComplete(ChangeRequest request, List<Change> changes) {
        if (changes.isEmpty()) {
            throw new Refusal(Refusal.Reason.NO_CHANGES);
        }
        if (request.title().isBlank()) {
            throw new Refusal(Refusal.Reason.TITLE_MISSING);
        }
        if (request.justification().isBlank()) {
            throw new Refusal(Refusal.Reason.JUSTIFICATION_MISSING);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static void note(RevisionKind kind, ChangeRequest request) {
        RevisionNote.describe(kind, request.number(), request.title());
    }
}
