package kz.zhospar.seal.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** What is changed to see whether changes are audited. It is never committed. */
@Entity
@Table(name = "canary")
@Audited
class CanaryEntity {

    @Id
    private UUID id;

    @Version
    private long version;

    private String note;
    private BigDecimal amount;
    private Instant seenAt;

    protected CanaryEntity() {} // JPA

    CanaryEntity(UUID id, String note, BigDecimal amount, Instant seenAt) {
        this.id = id;
        this.note = note;
        this.amount = amount;
        this.seenAt = seenAt;
    }

    UUID id() {
        return id;
    }
}
