package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Step;
import kz.zhospar.change.Verdict;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One decision, bound to the content that was seen. Written once. */
@Entity
@Immutable
@Table(name = "decision")
@Audited
public class Decision {

    @Id
    private UUID id;

    private UUID requestId;
    private int round;

    @Enumerated(EnumType.STRING)
    private Step step;

    /** The body or the curator for which the position decides. */
    private @Nullable String office;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String reason;

    @Embedded
    @EmbeddedColumnNaming
    private Signature person;

    /** Whom the person stood in for. */
    @Embedded
    @EmbeddedColumnNaming
    private @Nullable Signature principal;

    private Instant decidedAt;
    private String contentHash;

    /** The draft into which returned changes went. */
    private @Nullable Long splitInto;

    protected Decision() {} // JPA

    Decision(
            ChangeRequest request,
            Turns.Own own,
            Verdict verdict,
            String reason,
            Person person,
            Instant now,
            @Nullable Long splitInto) {
        this.id = UUID.randomUUID();
        this.requestId = request.id();
        this.round = request.round();
        this.step = own.part().step();
        this.office = own.part().office();
        this.verdict = verdict;
        this.reason = reason;
        var position = own.part().step().role();
        this.person = own.principal() == null ? Signature.of(person, position) : Signature.of(person);
        this.principal = own.principal() == null ? null : Signature.of(own.principal(), position);
        this.decidedAt = now;
        this.contentHash = request.contentHash();
        this.splitInto = splitInto;
    }

    UUID id() {
        return id;
    }

    public UUID requestId() {
        return requestId;
    }

    public int round() {
        return round;
    }

    public Step step() {
        return step;
    }

    @Nullable
    public String office() {
        return office;
    }

    /** Whether it was taken by the account, for itself or by a substitute. */
    boolean isOf(String account) {
        return person.account().equals(account)
                || principal != null && principal.account().equals(account);
    }

    @Nullable
    public Long splitInto() {
        return splitInto;
    }

    public Verdict verdict() {
        return verdict;
    }

    public Signature person() {
        return person;
    }

    /** @param items what it said of single changes */
    DecisionRecord record(long number, List<ItemVerdict> items) {
        return new DecisionRecord(
                id,
                number,
                round,
                step,
                office,
                verdict,
                reason,
                person.name(),
                person.position(),
                person.body(),
                principal == null
                        ? null
                        : new DecisionRecord.Principal(principal.name(), principal.position(), principal.body()),
                decidedAt,
                contentHash,
                items,
                splitInto);
    }
}
