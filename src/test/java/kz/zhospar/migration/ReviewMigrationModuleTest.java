package kz.zhospar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.zhospar.testing.AuditAgreement;
import kz.zhospar.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was kept before reviews had parts and days goes on after the migration. */
class ReviewMigrationModuleTest {

    private static final String REQUEST = "00000000-0000-0000-0000-000000000001";

    private DriverManagerDataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void keepWhatTheEarlierTablesHeld() {
        source = new DriverManagerDataSource(TestDatabase.newDatabase(), TestDatabase.OWNER, "");
        jdbc = JdbcClient.create(source);
        migrate("3");
        jdbc.sql("insert into revision (number, committed_at, kind, reason) values (1, now(), 'ADMINISTRATION', 'r')")
                .update();
        for (var table : new String[] {"route", "route_aud"}) {
            var key = table.equals("route") ? "version" : "rev, revtype";
            var values = table.equals("route") ? "0" : "1, 0";
            jdbc.sql("insert into %s (risk, %s, steps) values ('HIGH', %s, 'HEAD,AKIM_OFFICE')"
                            .formatted(table, key, values))
                    .update();
        }
        request("change_request", "version", "0");
        request("change_request_aud", "rev, revtype", "1, 0");
    }

    private void request(String table, String key, String values) {
        jdbc.sql("""
                insert into %s (id, %s, number, title, justification, basis, state, round, author_account,
                    author_name, author_position, author_body, steps, step, created_at, edited_at, submitted_at)
                values ('%s', %s, 1, 'Название', 'Обоснование', 'Протокол № 7', 'IN_REVIEW', 1, 'uo-official',
                    'Специалист', 'official', 'uo', 'HEAD,AKIM_OFFICE', 1, timestamptz '2026-11-01 10:00Z', timestamptz '2026-11-01 10:00Z',
                    timestamptz '2026-11-01 10:00Z')
                """.formatted(table, key, REQUEST, values)).update();
    }

    @Test
    void givesRunningRequestsDaysAndAWriter() {
        migrate("latest");
        assertThat(jdbc.sql("select basis_name, stages, step, writer_account, writer_body from change_request")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "basis_name", "Протокол № 7",
                        "stages", "HEAD:3,AKIM_OFFICE:3",
                        "step", 1,
                        "writer_account", "uo-official",
                        "writer_body", "uo"));
        AuditAgreement.check(jdbc);
    }

    @Test
    void keepsRoutesAsTheirFirstEdition() {
        migrate("latest");
        assertThat(jdbc.sql("select risk, edition, stages from route").query().singleRow())
                .isEqualTo(Map.of("risk", "HIGH", "edition", 1, "stages", "HEAD:3,AKIM_OFFICE:3"));
        AuditAgreement.check(jdbc);
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(source).target(target).load().migrate();
    }
}
