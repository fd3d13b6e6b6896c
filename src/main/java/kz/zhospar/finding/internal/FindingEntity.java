package kz.zhospar.finding.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.finding.FindingCommand;
import kz.zhospar.finding.FindingRefusal;
import kz.zhospar.finding.FindingRefusal.Reason;
import kz.zhospar.finding.FindingState;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.identity.Signature;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A finding. What was found is written once; its state and the day for the answer move on. */
@Entity
@Table(name = "finding")
@Audited
public class FindingEntity {

    @Id
    private UUID id;

    @Version
    private long version;

    private long number;

    @Column(name = "revision_number")
    private @Nullable Long revision;

    @Column(name = "request_number")
    private @Nullable Long request;

    @Enumerated(EnumType.STRING)
    private @Nullable ItemType itemType;

    private @Nullable UUID itemId;

    @Enumerated(EnumType.STRING)
    private @Nullable Attribute attribute;

    private @Nullable Integer year;

    private String body;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private String text;
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    private FindingState state = FindingState.OPEN;

    @Embedded
    @EmbeddedColumnNaming
    private Signature raisedBy;

    private Instant raisedAt;

    /** The last day on which the body was reminded, so that nobody is reminded twice a day. */
    private @Nullable LocalDate reminded;

    protected FindingEntity() {} // JPA

    /** @param command checked */
    public FindingEntity(long number, FindingCommand command, Signature raisedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number;
        switch (command.subject()) {
            case Subject.OfRevision of -> revision = of.number();
            case Subject.OfRequest of -> request = of.number();
            case Subject.OfValue of -> about(of);
        }
        this.body = Objects.requireNonNull(command.body());
        this.severity = Objects.requireNonNull(command.severity());
        this.text = command.text().strip();
        this.due = Objects.requireNonNull(command.due());
        this.raisedBy = raisedBy;
        this.raisedAt = now;
    }

    private void about(Subject.OfValue value) {
        itemType = value.ref().type();
        itemId = value.ref().id();
        if (value.field() != null) {
            attribute = value.field().attribute();
            year = value.field().year();
        }
    }

    public Subject subject() {
        if (revision != null) {
            return new Subject.OfRevision(revision);
        }
        if (request != null) {
            return new Subject.OfRequest(request);
        }
        return new Subject.OfValue(
                new ItemRef(Objects.requireNonNull(itemType), Objects.requireNonNull(itemId)),
                attribute == null ? null : new Field(attribute, year));
    }

    public void answered() {
        move(FindingState.OPEN, FindingState.ANSWERED);
    }

    /** @param due the new day for the answer; null leaves it */
    public void returned(@Nullable LocalDate due) {
        move(FindingState.ANSWERED, FindingState.OPEN);
        if (due != null) {
            this.due = due;
        }
    }

    public void closed() {
        move(FindingState.ANSWERED, FindingState.CLOSED);
    }

    public void withdrawn() {
        if (state.isOver()) {
            throw new FindingRefusal(Reason.MOVED_ON);
        }
        state = FindingState.WITHDRAWN;
    }

    private void move(FindingState from, FindingState to) {
        if (state != from) {
            throw new FindingRefusal(Reason.MOVED_ON);
        }
        state = to;
    }

    public boolean isOverdueOn(LocalDate day) {
        return state == FindingState.OPEN && due.isBefore(day);
    }

    /** Whether the body is to be reminded on a day: on the last day for the answer, and once after it. */
    public boolean isToBeRemindedOn(LocalDate day) {
        if (state != FindingState.OPEN || day.isBefore(due)) {
            return false;
        }
        return reminded == null || (day.equals(due) ? reminded.isBefore(due) : !reminded.isAfter(due));
    }

    public void remindedOn(LocalDate day) {
        reminded = day;
    }

    public UUID id() {
        return id;
    }

    public long number() {
        return number;
    }

    public String body() {
        return body;
    }

    public Severity severity() {
        return severity;
    }

    public String text() {
        return text;
    }

    public LocalDate due() {
        return due;
    }

    public FindingState state() {
        return state;
    }

    public Signature raisedBy() {
        return raisedBy;
    }

    public Instant raisedAt() {
        return raisedAt;
    }
}
