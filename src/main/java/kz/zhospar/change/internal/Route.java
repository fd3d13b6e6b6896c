package kz.zhospar.change.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.Risk;
import kz.zhospar.change.Step;
import org.hibernate.envers.Audited;

/** The steps that a request of one risk takes. */
@Entity
@Table(name = "route")
@Audited
class Route {

    @Id
    @Enumerated(EnumType.STRING)
    private Risk risk;

    @Version
    private long version;

    private String steps;

    protected Route() {} // JPA

    Route(Risk risk, List<Step> steps) {
        this.risk = risk;
        this.steps = steps.stream().map(Step::name).collect(Collectors.joining(","));
    }

    List<Step> steps() {
        return Stream.of(steps.split(",")).map(Step::valueOf).toList();
    }
}
