package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kz.zhospar.change.Step;
import kz.zhospar.change.Verdict;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

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

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String reason;

    @Embedded
    @EmbeddedColumnNaming
    private Signature person;

    private Instant decidedAt;
    private String contentHash;

    protected Decision() {} // JPA

    public Decision(
            ChangeRequest request,
            Step step,
            Verdict verdict,
            String reason,
            Signature person,
            Instant now,
            String contentHash) {
        this.id = UUID.randomUUID();
        this.requestId = request.id();
        this.round = request.round();
        this.step = step;
        this.verdict = verdict;
        this.reason = reason;
        this.person = person;
        this.decidedAt = now;
        this.contentHash = contentHash;
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

    public Verdict verdict() {
        return verdict;
    }

    public String reason() {
        return reason;
    }

    public Signature person() {
        return person;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String contentHash() {
        return contentHash;
    }
}
