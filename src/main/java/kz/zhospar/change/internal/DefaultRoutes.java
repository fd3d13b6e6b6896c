package kz.zhospar.change.internal;

import java.util.List;
import kz.zhospar.change.Risk;
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

    private static final List<Step> STEPS = List.of(Step.HEAD, Step.AKIM_OFFICE);

    private final Routes routes;
    private final TransactionTemplate transaction;

    /** The plan comes first, because its load is revision 1. */
    DefaultRoutes(Routes routes, PlanService plan, PlatformTransactionManager transactions) {
        this.routes = routes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(_ -> {
            if (routes.count() == 0) {
                RevisionNote.describe(RevisionKind.ADMINISTRATION, null, "Первоначальные маршруты согласования");
                for (var risk : Risk.values()) {
                    routes.save(new Route(risk, STEPS));
                }
            }
        });
    }
}
