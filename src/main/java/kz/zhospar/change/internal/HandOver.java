package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kz.zhospar.change.HandOverRecord;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** The open requests of one person passed to another. Written once. */
@Entity
@Immutable
@Table(name = "hand_over")
@Audited
public class HandOver {

    @Id
    private UUID id;

    @Embedded
    @EmbeddedColumnNaming
    private Signature leaver;

    @Embedded
    @EmbeddedColumnNaming
    private Signature successor;

    private String reason;
    private int requests;
    private Instant handedAt;

    protected HandOver() {} // JPA

    public HandOver(Signature leaver, Signature successor, String reason, int requests, Instant now) {
        this.id = UUID.randomUUID();
        this.leaver = leaver;
        this.successor = successor;
        this.reason = reason;
        this.requests = requests;
        this.handedAt = now;
    }

    public HandOverRecord record() {
        return new HandOverRecord(leaver.name(), successor.name(), leaver.body(), reason, requests, handedAt);
    }
}
