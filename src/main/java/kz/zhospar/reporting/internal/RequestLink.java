package kz.zhospar.reporting.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** With which change request a body reports in a period; after one is closed there may be a further one. */
@Entity
@Table(name = "reporting_request")
@Audited
public class RequestLink {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID campaignId;
    private String body;
    private long requestNumber;

    protected RequestLink() {} // JPA

    public RequestLink(UUID campaignId, String body, long requestNumber) {
        this.id = UUID.randomUUID();
        this.campaignId = campaignId;
        this.body = body;
        this.requestNumber = requestNumber;
    }

    public String body() {
        return body;
    }

    public long requestNumber() {
        return requestNumber;
    }
}
