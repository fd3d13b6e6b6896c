package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import kz.zhospar.change.internal.RequestReader;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.Review;
import kz.zhospar.change.internal.StoredRequest;
import kz.zhospar.change.internal.Turns;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.plan.Values;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approvers' side of change requests. A decision counts for exactly the content that was seen.
 *
 * <p>An official has a say only where he stands in for the holder of a position.
 */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE})
public class ReviewService {

    private static final Set<Attribute> FACT = Set.of(Attribute.ACTUAL, Attribute.PROVENANCE);
    private static final int LONGEST_REASON = 20_000;

    private final RequestStore store;
    private final RequestReader reader;
    private final Review review;
    private final Turns turns;
    private final CurrentPerson person;

    ReviewService(RequestStore store, RequestReader reader, Review review, Turns turns, CurrentPerson person) {
        this.store = store;
        this.reader = reader;
        this.review = review;
        this.turns = turns;
        this.person = person;
    }

    /**
     * Approves all of the person's part. After the last part the changes are applied to the plan in the same
     * transaction.
     *
     * @param seenHash the hash of the content that the person saw
     * @throws StalePlanException when the plan has moved under the request; nothing is applied
     * @throws kz.zhospar.plan.InvalidChanges when the plan as it has become cannot take the changes
     */
    public RequestDetails approve(long number, String seenHash, String remark) {
        return decide(number, seenHash, remark, List.of());
    }

    /** Gives all of the person's part back to its author, who may go on writing. A reason is needed. */
    public RequestDetails returnForRework(long number, String seenHash, String reason) {
        return decideAll(number, seenHash, Verdict.RETURNED, PlainText.storable(reason));
    }

    /** Turns all of the person's part down. A reason is needed. */
    public RequestDetails reject(long number, String seenHash, String reason) {
        return decideAll(number, seenHash, Verdict.REJECTED, PlainText.storable(reason));
    }

    /**
     * Decides change by change: those named are returned or rejected, all others of the person's part accepted. Where
     * something is accepted, it goes on along the route, and what was returned becomes a draft of its own.
     *
     * @param items at most one for each change of the part
     * @throws IllegalArgumentException for two verdicts on one change
     * @throws kz.zhospar.plan.InvalidChanges when what is accepted cannot stand without what is not
     */
    public RequestDetails decide(long number, String seenHash, String remark, List<ItemVerdict> items) {
        return conclude(lock(number, seenHash, remark), PlainText.storable(remark), _ -> items);
    }

    private RequestDetails decideAll(long number, String seenHash, Verdict verdict, String reason) {
        if (reason.isBlank()) {
            throw new Refusal(Refusal.Reason.REASON_MISSING);
        }
        return conclude(
                lock(number, seenHash, reason),
                reason,
                covered -> covered.stream()
                        .map(change -> new ItemVerdict(change, verdict, "", null))
                        .toList());
    }

    private RequestDetails conclude(
            StoredRequest loaded, String remark, Function<List<Change>, List<ItemVerdict>> verdicts) {
        var me = person.require();
        var own = turns.own(me, loaded).orElseThrow();
        var covered = turns.covered(loaded, own.part());
        var items = verdicts.apply(covered);
        if (items.stream().map(ItemVerdict::change).distinct().count() < items.size()) {
            throw new Refusal(Refusal.Reason.NOT_YOUR_PART);
        }
        items.forEach(item -> check(item, covered, remark));
        requireFactsWhole(covered, items);
        return reader.details(me, review.decide(loaded, me, own, remark, items));
    }

    /** The request, kept from others, when it is the person's turn on the content that he saw. */
    private StoredRequest lock(long number, String seenHash, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Reason.TEXT_TOO_LONG, LONGEST_REASON);
        }
        var me = person.require();
        var loaded = store.lock(me, number);
        loaded.request().requireInReview();
        if (loaded.request().involves(me.account())) {
            throw new Refusal(Refusal.Reason.OWN_REQUEST, number);
        }
        if (loaded.hasDecided(me.account())) {
            throw new Refusal(Refusal.Reason.ALREADY_DECIDED, number);
        }
        if (turns.own(me, loaded).isEmpty()) {
            throw new Refusal(Refusal.Reason.NOT_YOUR_STEP, number);
        }
        if (!loaded.hash().equals(seenHash)
                || !loaded.hash().equals(loaded.request().contentHash())) {
            throw new Refusal(Refusal.Reason.CONTENT_CHANGED, number);
        }
        return loaded;
    }

    private static void check(ItemVerdict item, List<Change> covered, String remark) {
        if (covered.stream().noneMatch(change -> change.equals(item.change()))) {
            throw new Refusal(Refusal.Reason.NOT_YOUR_PART);
        }
        if (item.reason().length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Reason.TEXT_TOO_LONG, LONGEST_REASON);
        }
        if (item.verdict() == Verdict.APPROVED || item.reason().isBlank() && remark.isBlank()) {
            throw new Refusal(Refusal.Reason.REASON_MISSING);
        }
        if (item.suggestion() != null && !isSensible(item)) {
            throw new Refusal(Refusal.Reason.SUGGESTION_WRONG);
        }
    }

    /** A fact and what says where it comes from are one statement: they go on, come back or end together. */
    private static void requireFactsWhole(List<Change> covered, List<ItemVerdict> items) {
        for (var item : items) {
            covered.stream()
                    .filter(change -> isSameFact(change, item.change()))
                    .filter(change -> items.stream()
                            .noneMatch(other -> other.change().equals(change) && other.verdict() == item.verdict()))
                    .findFirst()
                    .ifPresent(change -> {
                        var year = Objects.requireNonNull(
                                Objects.requireNonNull(change.fieldOrNull()).year());
                        throw new Refusal(Refusal.Reason.FACT_WITHOUT_SOURCE, change.ref(), String.valueOf(year));
                    });
        }
    }

    private static boolean isSameFact(Change one, Change other) {
        return one instanceof Change.Edit first
                && other instanceof Change.Edit second
                && first.ref().equals(second.ref())
                && FACT.contains(first.field().attribute())
                && FACT.contains(second.field().attribute())
                && Objects.equals(first.field().year(), second.field().year());
    }

    private static boolean isSensible(ItemVerdict item) {
        return item.verdict() == Verdict.RETURNED
                && item.change() instanceof Change.Edit edit
                && edit.field().attribute().type().isInstance(item.suggestion())
                && Values.orNothing(item.suggestion()) != null
                && !item.suggestion().equals(edit.value());
    }
}
