package kz.zhospar.finding.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.zhospar.finding.FindingRecord;
import kz.zhospar.finding.FindingRecord.Act;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What somebody said about a finding as he moved it on. Written once. */
@Entity
@Immutable
@Table(name = "finding_entry")
@Audited
public class FindingEntry {

    @Id
    private UUID id;

    private UUID findingId;

    @Enumerated(EnumType.STRING)
    private Act act;

    private String text;
    private @Nullable LocalDate due;

    @Embedded
    @EmbeddedColumnNaming
    private Signature author;

    private Instant writtenAt;

    protected FindingEntry() {} // JPA

    public FindingEntry(
            FindingEntity finding, Act act, String text, @Nullable LocalDate due, Signature author, Instant now) {
        this.id = UUID.randomUUID();
        this.findingId = finding.id();
        this.act = act;
        this.text = text;
        this.due = due;
        this.author = author;
        this.writtenAt = now;
    }

    public UUID findingId() {
        return findingId;
    }

    public FindingRecord.Entry toRecord() {
        return new FindingRecord.Entry(act, text, due, author, writtenAt);
    }
}
