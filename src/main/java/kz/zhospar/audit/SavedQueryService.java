package kz.zhospar.audit;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.audit.SavedQueryRefusal.Reason;
import kz.zhospar.audit.internal.SavedQueries;
import kz.zhospar.audit.internal.SavedQuery;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the log that people keep under names of their own. Auditors may share theirs with each other. */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class SavedQueryService {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 50;

    /** Without the name: what somebody looks for is not for everybody to read in the log. */
    private static final String KEPT = "Отбор журнала сохранён";

    private static final String DELETED = "Отбор журнала удалён";

    private final SavedQueries queries;
    private final CurrentPerson people;
    private final Clock clock;

    SavedQueryService(SavedQueries queries, CurrentPerson people, Clock clock) {
        this.queries = queries;
        this.people = people;
        this.clock = clock;
    }

    /** The person's own, then those that auditors share with him. */
    @Transactional(readOnly = true)
    public List<SavedQueryRecord> visible() {
        var person = people.require();
        var others = person.is(Role.AUDITOR)
                ? queries.findBySharedTrueAndAccountNotOrderByName(person.account())
                : List.<SavedQuery>of();
        return Stream.concat(queries.findByAccountOrderByName(person.account()).stream(), others.stream())
                .map(query -> query.toRecord(person))
                .toList();
    }

    /** Whether the person can share what he keeps. */
    @Transactional(readOnly = true)
    public boolean mayShare() {
        return people.require().is(Role.AUDITOR);
    }

    /**
     * Keeps a filter, in place of what the person kept under that name before.
     *
     * @param query the filter as it stands in the address
     * @param shared counts for auditors only
     * @throws SavedQueryRefusal when the name is blank or too long, or when there are too many already
     */
    public SavedQueryRecord save(String name, String query, boolean shared) {
        var person = people.require();
        var plain = PlainText.storable(name).strip();
        check(plain, query);
        var kept = queries.findByAccountAndName(person.account(), plain).orElseGet(() -> fresh(person, plain));
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, KEPT);
        kept.keep(query, shared && person.is(Role.AUDITOR), clock.instant());
        return queries.save(kept).toRecord(person);
    }

    private static void check(String name, String query) {
        if (name.isEmpty()) {
            throw new SavedQueryRefusal(Reason.NO_NAME);
        }
        if (name.length() > LONGEST_NAME) {
            throw new SavedQueryRefusal(Reason.NAME_TOO_LONG);
        }
        if (query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("Longer than any filter: " + query.length());
        }
    }

    private SavedQuery fresh(Person person, String name) {
        if (queries.countByAccount(person.account()) >= MOST) {
            throw new SavedQueryRefusal(Reason.TOO_MANY);
        }
        return new SavedQuery(person, name);
    }

    /**
     * Deletes one of the person's own.
     *
     * @throws SavedQueryRefusal when there is none
     */
    public void delete(UUID id) {
        var person = people.require();
        var kept = queries.findById(id)
                .filter(query -> query.isOf(person))
                .orElseThrow(() -> new SavedQueryRefusal(Reason.NOT_FOUND));
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, DELETED);
        queries.delete(kept);
    }
}
