package kz.zhospar.access.internal;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zhospar.access.AccessFilter;
import kz.zhospar.access.AccessRecord;
import kz.zhospar.identity.Signature;
import kz.zhospar.revision.RevisionFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stored records of access. */
@Repository
public class AccessEvents {

    private static final Map<String, String> CONDITIONS = Map.of(
            "before", "e.number < :before",
            "kind", "e.kind = :kind",
            "from", "e.happenedAt >= :from",
            "until", "e.happenedAt < :until",
            "person",
                    "(lower(e.person.name) like :person escape '!' or lower(e.person.account) like :person escape '!'"
                            + " or e.address like :person escape '!')");

    private final EntityManager entities;

    AccessEvents(EntityManager entities) {
        this.entities = entities;
    }

    public void add(AccessEvent event) {
        entities.persist(event);
    }

    /** The person as he was when he signed in last. */
    public Optional<Signature> lastSignIn(String account) {
        return entities.createQuery(
                        "select e from AccessEvent e where e.person.account = :account and e.kind = SIGN_IN"
                                + " order by e.number desc",
                        AccessEvent.class)
                .setParameter("account", account)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(event -> event.toRecord().person());
    }

    public List<AccessRecord> find(AccessFilter filter, int limit) {
        var parameters = parameters(filter);
        var conditions = parameters.keySet().stream().map(CONDITIONS::get).collect(Collectors.joining(" and "));
        var query = entities.createQuery(
                "select e from AccessEvent e where " + (conditions.isEmpty() ? "1 = 1" : conditions)
                        + " order by e.number desc",
                AccessEvent.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(AccessEvent::toRecord)
                .toList();
    }

    private static Map<String, Object> parameters(AccessFilter filter) {
        var parameters = new LinkedHashMap<String, Object>();
        put(parameters, "before", filter.before());
        put(parameters, "kind", filter.kind());
        put(parameters, "from", filter.from());
        put(parameters, "until", filter.until());
        put(parameters, "person", RevisionFilter.pattern(filter.person()));
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
