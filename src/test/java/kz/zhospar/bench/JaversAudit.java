package kz.zhospar.bench;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.zhospar.plan.StoredPlan;
import kz.zhospar.plan.StoredRow;
import kz.zhospar.plan.internal.PlanRow;
import kz.zhospar.testing.TestDatabase;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.metamodel.annotation.Id;
import org.javers.repository.sql.DialectName;
import org.javers.repository.sql.SqlRepositoryBuilder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** JaVers beside an application without Envers: what the transaction wrote is committed to it, in the same transaction. */
final class JaversAudit {

    private final EntityManager entities;
    private final Class<? extends StoredRow> rows;
    private final Javers javers;

    JaversAudit(Installation installation) {
        entities = installation.bean(EntityManager.class);
        rows = StoredPlan.kinds().stream()
                .map(StoredPlan.Kind::rows)
                .filter(kind -> kind.getSimpleName().equals("SeriesValueEntity"))
                .findFirst()
                .orElseThrow();
        makeTables(installation.url());
        var source = installation.bean(DataSource.class);
        javers = javers(() -> DataSourceUtils.getConnection(source), false);
    }

    private static void makeTables(String url) {
        try (var connection = new DriverManagerDataSource(url, TestDatabase.OWNER, "").getConnection();
                var statement = connection.createStatement()) {
            javers(() -> connection, true);
            statement.execute("grant all on all tables in schema public to " + TestDatabase.APPLICATION);
            statement.execute("grant all on all sequences in schema public to " + TestDatabase.APPLICATION);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Source {
        Connection get() throws SQLException;
    }

    private static Javers javers(Source source, boolean makesTables) {
        return JaversBuilder.javers()
                .registerJaversRepository(SqlRepositoryBuilder.sqlRepository()
                        .withConnectionProvider(source::get)
                        .withDialect(DialectName.POSTGRES)
                        .withSchemaManagementEnabled(makesTables)
                        .build())
                .build();
    }

    /** What is changed together, as one object to JaVers. */
    static final class Together {
        @Id
        private final String id = "together";

        private final List<PlanRow> rows;

        Together(List<PlanRow> rows) {
            this.rows = rows;
        }

        List<PlanRow> rows() {
            return rows;
        }
    }

    /** All rows in one commit. */
    void commitTogether(List<Approvals.Place> places) {
        javers.commit("akim-office", new Together(rows(places)));
    }

    /** A commit for each row, as its integration with Spring Data makes them. */
    void commitEach(List<Approvals.Place> places) {
        rows(places).forEach(row -> javers.commit("akim-office", row));
    }

    /** The session has just written them and gives them without asking the database. */
    private List<PlanRow> rows(List<Approvals.Place> places) {
        return places.stream()
                .map(place -> (PlanRow) entities.find(
                        rows,
                        UUID.nameUUIDFromBytes(
                                (place.row().id() + "/" + place.field()).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }
}
