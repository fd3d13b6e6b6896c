package kz.zhospar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** After every test: of each audited table, the newest audit row of each row is the row itself. */
public class AuditAgreement extends AbstractTestExecutionListener {

    @Override
    public void afterTestMethod(TestContext context) {
        var source = context.getApplicationContext()
                .getBeanProvider(DataSource.class)
                .getIfAvailable();
        if (source != null) {
            check(JdbcClient.create(source));
        }
    }

    public static void check(JdbcClient jdbc) {
        var tables = jdbc.sql("select table_name from information_schema.tables where table_name like '%\\_aud'")
                .query(String.class)
                .list();
        assertThat(tables).as("audit tables").isNotEmpty();
        tables.forEach(audit -> check(jdbc, audit));
    }

    private static void check(JdbcClient jdbc, String audit) {
        var columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_name = :table and column_name not in ('rev', 'revtype')
                        order by ordinal_position
                        """).param("table", audit).query(String.class).list();
        var key = columns.getFirst();
        var list = String.join(", ", columns);
        var live = "select " + list + " from " + audit.replaceFirst("_aud$", "");
        var audited =
                "select %s from (select distinct on (%s) * from %s order by %s, rev desc) newest where revtype <> 2"
                        .formatted(list, key, audit, key);
        for (var statement : List.of(live + " except " + audited, audited + " except " + live)) {
            assertThat(jdbc.sql(statement).query().listOfRows()).as(statement).isEmpty();
        }
    }
}
