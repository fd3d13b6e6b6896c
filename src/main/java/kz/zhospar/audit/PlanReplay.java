package kz.zhospar.audit;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.List;
import kz.zhospar.audit.internal.ReplayedPlan;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.StoredPlan;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Applies the approved requests anew, from the first load on, and compares the plan after each with what the audit says,
 * and at the end with the plan's tables.
 */
@Component
public class PlanReplay {

    /** An item that is not what the requests make of it; revision 0 stands for the plan's own tables. */
    public record Difference(long revision, ItemRef item) {}

    /** @param requests how many were applied */
    public record Result(long requests, List<Difference> differences) {}

    private final SessionFactory sessions;

    @Autowired
    PlanReplay(EntityManagerFactory factory) {
        this(factory.unwrap(SessionFactory.class));
    }

    private PlanReplay(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** For a database without the application. */
    public static PlanReplay withoutApplication() {
        var configuration = new Configuration()
                .setProperty("jakarta.persistence.database-product-name", "PostgreSQL")
                .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
                .setProperty("hibernate.integration.envers.enabled", "false")
                .setProperty(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                .setProperty("hibernate.jdbc.time_zone", "UTC");
        StoredPlan.kinds().forEach(kind -> configuration.addAnnotatedClass(kind.rows()));
        return new PlanReplay(configuration.buildSessionFactory());
    }

    /**
     * Replays in the running transaction of the connection and reads only.
     *
     * @throws RuntimeException when the audit cannot be read as a plan
     */
    public Result run(Connection connection) {
        try (var session =
                sessions.withStatelessOptions().connection(connection).openStatelessSession()) {
            return new ReplayedPlan(session, connection).run();
        }
    }
}
