package kz.zhospar.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import kz.zhospar.identity.Person;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.jspecify.annotations.Nullable;

/** A {@link RevisionRecord} as Envers stores it. */
@Entity
@Table(name = "revision")
@RevisionEntity(RevisionWriter.class)
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision_number")
    @SequenceGenerator(name = "revision_number", sequenceName = "revision_number", allocationSize = 1)
    @RevisionNumber
    private long number;

    @RevisionTimestamp
    @Column(name = "committed_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    private RevisionKind kind;

    private @Nullable String account;
    private @Nullable String person;
    private @Nullable String position;
    private @Nullable String body;

    @Column(name = "request_number")
    private @Nullable Long request;

    private String reason;

    protected Revision() {} // JPA

    Revision(RevisionNote note, Instant at) {
        this.at = at;
        record(note);
    }

    void record(RevisionNote note) {
        kind = note.kind();
        request = note.request();
        reason = note.reason();
    }

    void record(Person maker) {
        account = maker.account();
        person = maker.name();
        position = maker.position().key();
        body = maker.body();
    }

    public long number() {
        return number;
    }

    RevisionRecord toRecord() {
        return new RevisionRecord(number, at, kind, account, person, position, body, request, reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Revision revision && number == revision.number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(number);
    }
}
