package kz.zhospar.calendar.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.calendar.DayKind;
import kz.zhospar.calendar.DayStatement;
import kz.zhospar.calendar.DeclaredDay;
import kz.zhospar.common.LocalizedText;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;

/** One declared day of the calendar. */
@Entity
@Table(name = "calendar_day")
@Audited
public class CalendarDay {

    @Id
    private UUID id;

    @Version
    private long version;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private DayKind kind;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText name;

    private String source;

    protected CalendarDay() {} // JPA

    public CalendarDay(DayStatement statement) {
        id = UUID.randomUUID();
        restate(statement);
    }

    /** Takes a complete statement. */
    public final void restate(DayStatement statement) {
        day = Objects.requireNonNull(statement.day());
        kind = Objects.requireNonNull(statement.kind());
        name = statement.name();
        source = statement.source();
    }

    public DeclaredDay toRecord() {
        return new DeclaredDay(id, day, kind, name, source);
    }
}
