package kz.zhospar.change.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.zhospar.change.Risk;
import kz.zhospar.change.RouteRecord;
import kz.zhospar.change.RouteStage;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** One edition of the route that requests of one risk take. Written once: a change makes the next edition. */
@Entity
@Immutable
@Table(name = "route")
@Audited
public class Route {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Risk risk;

    private int edition;
    private String stages;
    private Instant since;

    protected Route() {} // JPA

    public Route(Risk risk, int edition, List<RouteStage> stages, Instant since) {
        this.id = UUID.randomUUID();
        this.risk = risk;
        this.edition = edition;
        this.stages = RouteStage.print(stages);
        this.since = since;
    }

    public RouteRecord record() {
        return new RouteRecord(risk, edition, RouteStage.parse(stages), since);
    }
}
