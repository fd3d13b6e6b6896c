package kz.zhospar.revision;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whether the database itself keeps the application from changing what was recorded. */
@Component
public class AppendOnly {

    private static final Logger LOG = LoggerFactory.getLogger(AppendOnly.class);

    private final EntityManager entities;

    AppendOnly(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A table that is only added to.
     *
     * @param guarded whether the trigger stands that refuses changes by anybody
     * @param changeable whether the application's role has the right to change rows, or could give it to itself
     */
    public record Table(String name, boolean guarded, boolean changeable) {}

    /** All of them, by name, as the catalogue has them now. */
    public List<Table> tables() {
        return rows("select name, guarded, changeable from append_only_table order by name").stream()
                .map(row -> new Table((String) row[0], (boolean) row[1], (boolean) row[2]))
                .toList();
    }

    @SuppressWarnings("unchecked") // what the query selects
    private List<Object[]> rows(String query) {
        return entities.createNativeQuery(query).getResultList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        var changeable = names(tables().stream().filter(Table::changeable));
        if (!changeable.isEmpty()) {
            LOG.warn(
                    "The application's role may change the record, as it owns these tables or has rights on them:"
                            + " {}. Give the application a role of its own, see the README",
                    changeable);
        }
        var unguarded = names(tables().stream().filter(table -> !table.guarded()));
        if (!unguarded.isEmpty()) {
            LOG.warn("No trigger refuses changes of: {}", unguarded);
        }
    }

    static List<String> names(Stream<Table> tables) {
        return tables.map(Table::name).toList();
    }
}
