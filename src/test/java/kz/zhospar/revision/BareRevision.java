package kz.zhospar.revision;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** A revision without audit rows, for an application without Envers. */
public final class BareRevision {

    private BareRevision() {}

    /** Writes it as a part of the running transaction. */
    public static void write(ApplicationContext context, RevisionNote note) {
        var revision = new Revision();
        revision.record(note);
        ReflectionTestUtils.setField(revision, "at", Instant.now());
        context.getBean(EntityManager.class).persist(revision);
        RevisionNote.keep(revision);
    }
}
