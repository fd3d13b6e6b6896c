package kz.zhospar.change.internal;

import static kz.zhospar.change.Step.AKIM_OFFICE;
import static kz.zhospar.change.Step.CURATOR;
import static kz.zhospar.change.Step.ECONOMY;
import static kz.zhospar.change.Step.HEAD;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.zhospar.change.Risk;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.plan.PlanService;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a new installation its first routes, as an audited revision like every later change to them. */
@Component
class DefaultRoutes implements InitializingBean {

    private static final int DAYS = 3;

    private static final Map<Risk, List<RouteStage>> STAGES = Map.of(
            Risk.LOW, stages(HEAD, AKIM_OFFICE),
            Risk.FACT, stages(HEAD, ECONOMY),
            Risk.HIGH, stages(HEAD, ECONOMY, CURATOR, AKIM_OFFICE));

    private final Routes routes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** The plan comes first, because its load is revision 1. */
    DefaultRoutes(Routes routes, PlanService plan, Clock clock, PlatformTransactionManager transactions) {
        this.routes = routes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(_ -> {
            if (routes.count() == 0) {
                RevisionNote.describe(RevisionKind.ADMINISTRATION, null, "Первоначальные маршруты согласования");
                for (var risk : Risk.values()) {
                    routes.save(new Route(risk, 1, STAGES.get(risk), clock.instant()));
                }
            }
        });
    }

    private static List<RouteStage> stages(Step... steps) {
        return Stream.of(steps).map(step -> new RouteStage(step, DAYS)).toList();
    }
}
