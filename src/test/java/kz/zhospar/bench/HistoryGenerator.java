package kz.zhospar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.internal.CurrentPlan;
import kz.zhospar.testing.TestDatabase;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes years of history in the database of an application that has the shipped plan: requests from their first draft to
 * the plan, and whatever else is audited. It writes with the rights of the application, so only adds to the audit.
 */
public final class HistoryGenerator {

    /** What one request writes on the average, with its share of what happens beside the requests. */
    private static final double ROWS_OF_A_REQUEST = 19.0;

    private static final int FEWEST_REQUESTS = 60;

    private final ApplicationContext context;
    private final String url;
    private final JdbcClient owner;

    public HistoryGenerator(ApplicationContext context) {
        this.context = context;
        this.url = context.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        this.owner = TestDatabase.asOwner(url);
    }

    /** What a history of one value is asked about: however long the whole history, a dozen changes. */
    public record Quiet(ItemRef row, Field field) {}

    /** Lets the installation have begun at an instant: what it wrote at its first start was written then. */
    public HistoryGenerator begunAt(Instant instant) {
        TestDatabase.tamper(
                owner,
                "revision",
                () -> owner.sql("update revision set committed_at = :at")
                        .param("at", utc(instant))
                        .update());
        context.getBean(CurrentPlan.class).reload();
        return this;
    }

    /** Adds history from the last revision to an instant, so that there are about so many audit rows in all. */
    public long fill(long rows, Instant until, int seed) {
        var requests = Math.max(FEWEST_REQUESTS, Math.round((rows - rows()) / ROWS_OF_A_REQUEST));
        var settings = new SingleConnectionDataSource(url, TestDatabase.APPLICATION, "", true);
        try (var connection = settings.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create temp table asked as select '%d' as seed, %d as requests,".formatted(seed, requests)
                            + " (select max(committed_at) from revision) as first_at, timestamptz '%s' as last_at"
                                    .formatted(until));
            connection.setAutoCommit(false);
            statement.execute(script());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            settings.destroy();
        }
        owner.sql("vacuum analyze").update();
        context.getBean(CurrentPlan.class).reload();
        return rows();
    }

    private static String script() {
        try {
            return new ClassPathResource("bench/history.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Audit rows of all tables. */
    public long rows() {
        return tables().stream()
                .mapToLong(table -> count("select count(*) from " + table))
                .sum();
    }

    public List<String> tables() {
        return owner.sql("select name from append_only_table where name like '%\\_aud' order by name")
                .query(String.class)
                .list();
    }

    private long count(String query) {
        return owner.sql(query).query(Long.class).single();
    }

    public Quiet quiet() {
        return owner.sql("""
                        select item_id, min(year) as year from series_value
                        where attribute = 'TARGET' and number is not null and comparison = '=' and year < 2045
                        group by item_id having count(*) >= 4 order by item_id limit 1
                        """)
                .query((row, _) -> new Quiet(
                        new ItemRef(ItemType.SERIES, row.getObject("item_id", UUID.class)),
                        Field.of(Attribute.TARGET, row.getInt("year"))))
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
