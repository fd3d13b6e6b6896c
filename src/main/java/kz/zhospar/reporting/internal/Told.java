package kz.zhospar.reporting.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** That a body has been told something about a period. */
@Entity
@Table(name = "reporting_told")
@Audited
public class Told {

    /** What there is to tell; each once. */
    enum Occasion {
        OPENED,
        DUE_SOON,
        DUE_TODAY
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID campaignId;
    private String body;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private LocalDate toldOn;

    protected Told() {} // JPA

    Told(UUID campaignId, String body, Occasion occasion, LocalDate toldOn) {
        this.id = UUID.randomUUID();
        this.campaignId = campaignId;
        this.body = body;
        this.occasion = occasion;
        this.toldOn = toldOn;
    }
}
