package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.plan.Change;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A request as it was submitted in one round. Written once. */
@Entity
@Immutable
@Table(name = "submission")
@Audited
class Submission {

    @Id
    private UUID id;

    private UUID requestId;
    private int round;
    private String title;
    private String justification;

    @Embedded
    private BasisColumns basis;

    private String changes;
    private String contentHash;
    private Instant submittedAt;

    protected Submission() {} // JPA

    Submission(ChangeRequest request, List<Change> changes, String contentHash, Instant now) {
        this.id = UUID.randomUUID();
        this.requestId = request.id();
        this.round = request.round();
        this.title = request.title();
        this.justification = request.justification();
        this.basis = request.basisColumns();
        this.changes = ChangesJson.print(changes);
        this.contentHash = contentHash;
        this.submittedAt = now;
    }

    RequestDetails.Earlier record() {
        return new RequestDetails.Earlier(round, title, justification, basis.basis(), ChangesJson.read(changes));
    }
}
