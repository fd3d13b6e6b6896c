package kz.zhospar.audit;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import kz.zhospar.access.AccessTrail;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.revision.Revisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what auditors read and which files anybody takes from the audit, each as a revision of its own. It stays,
 * whatever becomes of the reading itself.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class Readings {

    /** Who opens the same thing again within it has not read anew. */
    private static final Duration ONCE = Duration.ofHours(1);

    private final Revisions revisions;
    private final CurrentPerson people;
    private final AccessTrail trail;
    private final Clock clock;

    Readings(Revisions revisions, CurrentPerson people, AccessTrail trail, Clock clock) {
        this.revisions = revisions;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps that the person has something before him, if he is an auditor; once in an hour for each object. */
    public void note(Reading reading) {
        var person = people.require();
        if (person.is(Role.AUDITOR) && !isKnown(person, reading)) {
            write(reading);
        }
    }

    /** Keeps that the person, whoever he is, took a file with him; each time. */
    @RolesAllowed({
        Roles.OFFICIAL,
        Roles.HEAD,
        Roles.ECONOMY,
        Roles.CURATOR,
        Roles.AKIM_OFFICE,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    public void taken(Reading reading) {
        trail.taken(reading.object(), noted(reading));
    }

    private boolean isKnown(Person person, Reading reading) {
        var since = clock.instant().minus(ONCE);
        return reading.what() == Reading.What.REQUEST && reading.request() != null
                ? revisions.hasRead(person.account(), reading.request(), since)
                : revisions.hasMade(person.account(), RevisionKind.READING, reading.reason(), since);
    }

    private void write(Reading reading) {
        revisions.write(noted(reading));
    }

    private static RevisionNote noted(Reading reading) {
        return new RevisionNote(RevisionKind.READING, reading.request(), reading.reason());
    }
}
