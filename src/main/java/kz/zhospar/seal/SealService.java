package kz.zhospar.seal;

import static java.util.Objects.requireNonNullElse;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.seal.internal.Canary;
import kz.zhospar.seal.internal.Chain;
import kz.zhospar.seal.internal.Verifications;
import org.springframework.stereotype.Service;

/** The chain of seals over the audit. Its head is open to anybody: who keeps it can tell later whether all is there. */
@Service
public class SealService {

    /** Told of when something was sealed or verified, and of how far a verification on this node has come. */
    public static final String TOPIC = "seal";

    private static final int SHORT = 16;

    private final Chain chain;
    private final Verifications verifications;
    private final Canary canary;
    private final CurrentPerson current;

    SealService(Chain chain, Verifications verifications, Canary canary, CurrentPerson current) {
        this.chain = chain;
        this.verifications = verifications;
        this.canary = canary;
        this.current = current;
    }

    /** The newest seal; empty before the first. */
    @PermitAll
    public Optional<SealRecord> head() {
        return chain.head();
    }

    /** Seals with smaller numbers than one, the newest first. */
    @PermitAll
    public List<SealRecord> seals(long beforeNumber, int limit) {
        return chain.before(beforeNumber, limit);
    }

    /** A seal with the public key that it was signed with; empty when there is none of this number. */
    @PermitAll
    public Optional<PublishedSeal> published(long number) {
        return chain.published(number);
    }

    /** The key that seals are signed with now: X.509, Base64; empty when they are not signed. */
    @PermitAll
    public Optional<String> publicKey() {
        return Optional.ofNullable(chain.publicKey());
    }

    /** The fingerprint of {@link #publicKey()}. */
    @PermitAll
    public Optional<String> keyId() {
        return Optional.ofNullable(chain.keyId());
    }

    /** Seals what is committed and not yet sealed, and returns the head. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public Optional<SealRecord> sealNow() {
        return chain.seal(true).or(chain::head);
    }

    /** Verifies everything, and keeps what was found. Minutes may pass where the history is long. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public Verification verify() {
        return verifications.verify(current.require().account());
    }

    /** Begins to verify everything and returns at once; who follows {@link #TOPIC} hears how far it has come. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public void beginVerification() {
        verifications.begin(current.require().account());
    }

    /** How far the verification has come that runs on this node; empty when none runs. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public Optional<VerificationStep> runningVerification() {
        return verifications.running();
    }

    /** Whether the verification that was begun last on this node could not be carried through. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public boolean verificationBrokeOff() {
        return verifications.hasFailed();
    }

    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public Optional<PastVerification> lastVerification() {
        return verifications.last();
    }

    /** What the last proof on this node gave that changes are audited and sealed; empty before the first. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public Optional<CanaryState> canary() {
        return canary.state();
    }

    /**
     * Proves one row of the audit; empty when there is no such row or it is not yet sealed.
     *
     * @param table {@code revision} or an audit table such as {@code series_value_aud}
     * @param rowKey the id of the row, empty for the revision itself
     */
    @RolesAllowed({Roles.AKIM_OFFICE, Roles.AUDITOR})
    public Optional<InclusionProof> proof(long revision, String table, String rowKey) {
        return chain.proof(revision, table, rowKey);
    }

    /**
     * Proves the rows of revisions; what is not yet sealed is left out.
     *
     * @param wanted tells by its canonical form whether a row is to be proved
     */
    @RolesAllowed({Roles.AKIM_OFFICE, Roles.AUDITOR})
    public List<InclusionProof> proofs(Collection<Long> revisions, Predicate<String> wanted) {
        return chain.proofs(revisions, wanted);
    }

    /**
     * Signs the list of files of a pack of evidence; empty when this installation signs nothing.
     *
     * @throws IllegalArgumentException when the text is no such list: nothing else is signed on request
     */
    @RolesAllowed(Roles.AUDITOR)
    public Optional<String> signEvidence(String list) {
        if (!list.startsWith("zhospar-evidence\t")) {
            throw new IllegalArgumentException("No list of evidence");
        }
        return chain.sign(list);
    }

    /** One line about the head for the foot of an export; empty before the first seal. */
    @PermitAll
    public Optional<String> line(Language language) {
        return head().map(head -> Messages.in(
                language,
                "seal.line",
                String.valueOf(head.number()),
                new Formats(language).moment(head.sealedAt()),
                head.hash(),
                requireNonNullElse(head.keyId(), "—").substring(0, head.keyId() == null ? 1 : SHORT)));
    }
}
