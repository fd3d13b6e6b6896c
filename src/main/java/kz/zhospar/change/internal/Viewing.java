package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** That somebody had a content of a request before him. Written once. */
@Entity
@Immutable
@Table(name = "viewing")
@Audited
class Viewing {

    @Id
    private UUID id;

    private UUID requestId;
    private int round;
    private String contentHash;

    @Embedded
    @EmbeddedColumnNaming
    private Signature person;

    private Instant viewedAt;

    protected Viewing() {} // JPA

    Viewing(ChangeRequest request, String contentHash, Signature person, Instant now) {
        this.id = UUID.randomUUID();
        this.requestId = request.id();
        this.round = request.round();
        this.contentHash = contentHash;
        this.person = person;
        this.viewedAt = now;
    }

    boolean isOf(String account, String hash) {
        return person.account().equals(account) && contentHash.equals(hash);
    }

    RequestDetails.Viewing record() {
        return new RequestDetails.Viewing(
                round, contentHash, person.name(), person.position(), person.body(), viewedAt);
    }
}
