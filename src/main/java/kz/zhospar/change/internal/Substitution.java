package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.zhospar.change.SubstitutionRecord;
import kz.zhospar.change.SubstitutionRecord.Phase;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Somebody decides for the holder of a position during a period; ended early, it stays as a record. */
@Entity
@Table(name = "substitution")
@Audited
public class Substitution {

    @Id
    private UUID id;

    @Version
    private long version;

    @Embedded
    @EmbeddedColumnNaming
    private Signature holder;

    @Embedded
    @EmbeddedColumnNaming
    private Signature substitute;

    private LocalDate firstDay;
    private LocalDate lastDay;
    private @Nullable Instant endedAt;

    protected Substitution() {} // JPA

    public Substitution(Signature holder, Signature substitute, LocalDate firstDay, LocalDate lastDay) {
        this.id = UUID.randomUUID();
        this.holder = holder;
        this.substitute = substitute;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** Ends it before its last day; what is over already stays as it was, and gives false. */
    public boolean end(Instant now, LocalDate today) {
        if (phase(today) == Phase.OVER) {
            return false;
        }
        endedAt = now;
        return true;
    }

    public boolean runsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    public boolean meets(LocalDate first, LocalDate last) {
        return endedAt == null && !first.isAfter(lastDay) && !last.isBefore(firstDay);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    public Signature holder() {
        return holder;
    }

    public Signature substitute() {
        return substitute;
    }

    public SubstitutionRecord record(LocalDate today) {
        return new SubstitutionRecord(
                id,
                holder.account(),
                holder.name(),
                holder.position(),
                holder.body(),
                substitute.account(),
                substitute.name(),
                firstDay,
                lastDay,
                phase(today),
                endedAt);
    }

    private Phase phase(LocalDate today) {
        if (endedAt != null || today.isAfter(lastDay)) {
            return Phase.OVER;
        }
        return today.isBefore(firstDay) ? Phase.AHEAD : Phase.RUNNING;
    }
}
