package kz.zhospar.revision;

import kz.zhospar.identity.CurrentPerson;
import org.hibernate.envers.RevisionListener;

/** Fills in each revision from the description of its transaction and from who is signed in. */
class RevisionWriter implements RevisionListener {

    private final CurrentPerson people;

    RevisionWriter(CurrentPerson people) {
        this.people = people;
    }

    @Override
    public void newRevision(Object entity) {
        var revision = (Revision) entity;
        revision.record(RevisionNote.current()
                .orElseThrow(() -> new IllegalStateException("A change to audited data that nobody described")));
        RevisionNote.keep(revision);
        people.find().ifPresent(revision::record);
    }
}
