package kz.zhospar.reporting.internal;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.reporting.Campaign;
import kz.zhospar.reporting.CampaignCommand;
import kz.zhospar.reporting.CampaignState;
import kz.zhospar.reporting.Scope;
import org.hibernate.envers.Audited;

/** A reporting period. Its state is not stored: it follows from the day. */
@Entity
@Table(name = "reporting_campaign")
@Audited
public class CampaignEntity {

    @Id
    private UUID id;

    @Version
    private long version;

    private long number;
    private String title;
    private int year;
    private LocalDate opens;
    private LocalDate due;
    private LocalDate closes;
    private BigDecimal threshold;

    @Convert(converter = ScopeColumn.class)
    private Scope scope;

    protected CampaignEntity() {} // JPA

    /** @param command checked */
    public CampaignEntity(long number, CampaignCommand command) {
        this.id = UUID.randomUUID();
        this.number = number;
        state(command);
    }

    /** @param command checked */
    public final void state(CampaignCommand command) {
        title = command.title().strip();
        year = Objects.requireNonNull(command.year());
        opens = Objects.requireNonNull(command.opens());
        due = Objects.requireNonNull(command.due());
        closes = Objects.requireNonNull(command.closes());
        threshold = Objects.requireNonNull(command.threshold());
        scope = command.scope();
    }

    public CampaignState stateOn(LocalDate day) {
        if (day.isBefore(opens)) {
            return CampaignState.PLANNED;
        }
        if (day.isAfter(closes)) {
            return CampaignState.CLOSED;
        }
        return day.isAfter(due) ? CampaignState.OVERDUE : CampaignState.OPEN;
    }

    public Campaign on(LocalDate day) {
        return new Campaign(number, title, year, opens, due, closes, threshold, scope, stateOn(day));
    }

    /** Whether everything is as it was read, on whichever day that was. */
    public boolean isStatedAs(Campaign seen) {
        return title.equals(seen.title())
                && year == seen.year()
                && opens.equals(seen.opens())
                && due.equals(seen.due())
                && closes.equals(seen.closes())
                && threshold.compareTo(seen.threshold()) == 0
                && scope.equals(seen.scope());
    }

    public UUID id() {
        return id;
    }

    public long number() {
        return number;
    }

    public String title() {
        return title;
    }

    public int year() {
        return year;
    }

    public LocalDate closes() {
        return closes;
    }

    public BigDecimal threshold() {
        return threshold;
    }

    public Scope scope() {
        return scope;
    }
}
