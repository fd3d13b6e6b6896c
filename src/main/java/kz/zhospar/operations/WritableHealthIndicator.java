package kz.zhospar.operations;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Component {@code writable} of the application's health: out of service while the database only lets read. */
@Component
class WritableHealthIndicator extends AbstractHealthIndicator {

    private final DataSource source;

    WritableHealthIndicator(DataSource source) {
        this.source = source;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                // On in a standby as well as where somebody has set it.
                var row = statement.executeQuery("select current_setting('transaction_read_only')::boolean")) {
            row.next();
            if (row.getBoolean(1)) {
                health.outOfService().withDetail("problem", "read-only");
            } else {
                health.up();
            }
        }
    }
}
