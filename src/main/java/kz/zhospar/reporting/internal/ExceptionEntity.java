package kz.zhospar.reporting.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.zhospar.reporting.ExceptionRecord.State;
import kz.zhospar.reporting.ReportingRefusal;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A body's leave to report after closing: asked for by one person and decided, once, by another. */
@Entity
@Table(name = "reporting_exception")
@Audited
public class ExceptionEntity {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID campaignId;
    private String body;
    private String reason;
    private LocalDate until;

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    @Embedded
    @EmbeddedColumnNaming
    private Signature askedBy;

    private Instant askedAt;

    @Embedded
    @EmbeddedColumnNaming
    private @Nullable Signature decidedBy;

    private @Nullable Instant decidedAt;
    private String decisionReason = "";

    protected ExceptionEntity() {} // JPA

    public ExceptionEntity(
            UUID campaignId, String body, String reason, LocalDate until, Signature askedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.campaignId = campaignId;
        this.body = body;
        this.reason = reason;
        this.until = until;
        this.askedBy = askedBy;
        this.askedAt = now;
    }

    public void decide(boolean grant, String reason, Signature person, Instant now) {
        if (state != State.ASKED) {
            throw new ReportingRefusal(ReportingRefusal.Reason.ALREADY_DECIDED);
        }
        state = grant ? State.GRANTED : State.REFUSED;
        decisionReason = reason;
        decidedBy = person;
        decidedAt = now;
    }

    /** Whether the body may report by it on a day. */
    public boolean runsOn(LocalDate day) {
        return state == State.GRANTED && !day.isAfter(until);
    }

    /** Whether it still waits for a decision that would matter. */
    public boolean waitsOn(LocalDate day) {
        return state == State.ASKED && !day.isAfter(until);
    }

    public UUID id() {
        return id;
    }

    public UUID campaignId() {
        return campaignId;
    }

    public String body() {
        return body;
    }

    public String reason() {
        return reason;
    }

    public LocalDate until() {
        return until;
    }

    public State state() {
        return state;
    }

    public Signature askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    @Nullable
    public Signature decidedBy() {
        return decidedBy;
    }

    @Nullable
    public Instant decidedAt() {
        return decidedAt;
    }

    public String decisionReason() {
        return decisionReason;
    }
}
