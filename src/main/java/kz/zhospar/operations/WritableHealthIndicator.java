package kz.zhospar.operations;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Component {@code writable} of the application's health: out of service while the database only lets read. */
@Component
class WritableHealthIndicator implements HealthIndicator {

    private final DataSource source;

    WritableHealthIndicator(DataSource source) {
        this.source = source;
    }

    @Override
    public Health health() {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                // On in a standby as well as where somebody has set it.
                var row = statement.executeQuery("select current_setting('transaction_read_only')::boolean")) {
            row.next();
            return row.getBoolean(1)
                    ? Health.outOfService().withDetail("problem", "read-only").build()
                    : Health.up().build();
        } catch (SQLException e) {
            return Health.down(e).build();
        }
    }
}
