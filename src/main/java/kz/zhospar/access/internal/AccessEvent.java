package kz.zhospar.access.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import kz.zhospar.access.AccessKind;
import kz.zhospar.access.AccessRecord;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** An {@link AccessRecord} as it is stored. Written once; audited, so that the seals hold it too. */
@Entity
@Immutable
@Table(name = "access_event")
@Audited
public class AccessEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access_event_number")
    @SequenceGenerator(name = "access_event_number", sequenceName = "access_event_number", allocationSize = 1)
    private long number;

    private Instant happenedAt;

    @Enumerated(EnumType.STRING)
    private AccessKind kind;

    @Embedded
    @EmbeddedColumnNaming
    private @Nullable Signature person;

    private @Nullable String address;
    private @Nullable String agent;
    private String object;
    private @Nullable Integer further;

    protected AccessEvent() {} // JPA

    public AccessEvent(
            Instant happenedAt,
            AccessKind kind,
            @Nullable Signature person,
            @Nullable String address,
            @Nullable String agent,
            String object,
            @Nullable Integer further) {
        this.happenedAt = happenedAt;
        this.kind = kind;
        this.person = person;
        this.address = address;
        this.agent = agent;
        this.object = object;
        this.further = further;
    }

    AccessRecord toRecord() {
        return new AccessRecord(number, happenedAt, kind, person, address, agent, object, further);
    }
}
