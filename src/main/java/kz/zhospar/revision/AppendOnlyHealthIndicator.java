package kz.zhospar.revision;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** A database that could change the record still serves: the details say so, the state does not. */
@Component
class AppendOnlyHealthIndicator extends AbstractHealthIndicator {

    private final AppendOnly appendOnly;

    AppendOnlyHealthIndicator(AppendOnly appendOnly) {
        this.appendOnly = appendOnly;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var tables = appendOnly.tables();
        health.up()
                .withDetail("tables", tables.size())
                .withDetail("changeable", AppendOnly.names(tables.stream().filter(AppendOnly.Table::changeable)))
                .withDetail("unguarded", AppendOnly.names(tables.stream().filter(table -> !table.guarded())));
    }
}
