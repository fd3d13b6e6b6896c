package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import kz.zhospar.change.internal.Decision;
import kz.zhospar.change.internal.RequestReader;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.Signature;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approvers' side of change requests. A decision counts for exactly the content that was seen. */
@Service
@Transactional
@RolesAllowed({Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE})
public class ReviewService {

    private static final int LONGEST_REASON = 20_000;

    private final RequestStore store;
    private final RequestReader reader;
    private final PlanService plans;
    private final CurrentPerson person;
    private final Clock clock;

    ReviewService(RequestStore store, RequestReader reader, PlanService plans, CurrentPerson person, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.plans = plans;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Approves at the person's step. At the last step the changes are applied to the plan in the same transaction.
     *
     * @param seenHash the hash of the content that the person saw
     * @throws StalePlanException when the plan has moved under the request; nothing is applied
     * @throws kz.zhospar.plan.InvalidChanges when the plan as it has become cannot take the changes
     */
    public RequestDetails approve(long number, String seenHash, String remark) {
        var loaded = decide(number, seenHash, Verdict.APPROVED, remark);
        if (loaded.request().pass(clock.instant())) {
            plans.apply(loaded.set().changes());
            RevisionNote.describe(RevisionKind.APPLY, number, loaded.request().justification());
        }
        return reader.details(person.require(), loaded);
    }

    /** Gives the request back to its author, who may go on writing. A reason is needed. */
    public RequestDetails returnForRework(long number, String seenHash, String reason) {
        requireReason(reason);
        var loaded = decide(number, seenHash, Verdict.RETURNED, reason);
        loaded.request().returnForRework(clock.instant());
        return reader.details(person.require(), loaded);
    }

    /** Ends the request without applying it. A reason is needed. */
    public RequestDetails reject(long number, String seenHash, String reason) {
        requireReason(reason);
        var loaded = decide(number, seenHash, Verdict.REJECTED, reason);
        loaded.request().reject(clock.instant());
        return reader.details(person.require(), loaded);
    }

    private RequestStore.Loaded decide(long number, String seenHash, Verdict verdict, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Reason.TEXT_TOO_LONG, LONGEST_REASON);
        }
        var me = person.require();
        var loaded = store.lock(me, number);
        var request = loaded.request();
        request.requireInReview();
        if (RequestReader.isInvolved(me, request)) {
            throw new Refusal(Refusal.Reason.OWN_REQUEST, number);
        }
        if (store.hasDecided(request, me)) {
            throw new Refusal(Refusal.Reason.ALREADY_DECIDED, number);
        }
        if (!reader.mayDecide(me, loaded)) {
            throw new Refusal(Refusal.Reason.NOT_YOUR_STEP, number);
        }
        if (!loaded.hash().equals(seenHash) || !loaded.hash().equals(request.contentHash())) {
            throw new Refusal(Refusal.Reason.CONTENT_CHANGED, number);
        }
        RevisionNote.describe(RevisionKind.DECISION, number, reason);
        store.add(new Decision(
                request, request.currentStep(), verdict, reason, Signature.of(me), clock.instant(), loaded.hash()));
        return loaded;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new Refusal(Refusal.Reason.REASON_MISSING);
        }
    }
}
