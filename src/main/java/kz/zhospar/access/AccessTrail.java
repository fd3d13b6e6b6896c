package kz.zhospar.access;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import kz.zhospar.access.internal.AccessEvent;
import kz.zhospar.access.internal.AccessEvents;
import kz.zhospar.access.internal.Flood;
import kz.zhospar.access.internal.Origin;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Signature;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what happens at the doors, each in a short transaction of its own: what fails or is rolled back beside it does
 * not take the record along. What anybody can cause without end, such as wrong passwords, is kept one by one at first
 * and then counted, so that nobody fills the record.
 */
@Component
public class AccessTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTrail.class);
    private static final int LONGEST = 300;

    private final AccessEvents events;
    private final CurrentPerson people;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Flood<Source> flood = new Flood<>();

    /** Whose doing something is: an account where it is known, and the address. */
    private record Source(
            AccessKind kind,
            @Nullable Signature person,
            @Nullable String address) {
        Source unknown() {
            return new Source(kind, null, null);
        }
    }

    AccessTrail(AccessEvents events, CurrentPerson people, PlatformTransactionManager transactions, Clock clock) {
        this.events = events;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Somebody has signed in; says apart when position or body are not those of the last time. */
    public void signedIn(Person person) {
        var now = Signature.of(person);
        safely(() -> transaction.executeWithoutResult(_ -> {
            var before = events.lastSignIn(person.account());
            write(AccessKind.SIGN_IN, now, "");
            before.filter(last -> !post(last).equals(post(now)))
                    .ifPresent(last -> write(AccessKind.ROLE_CHANGE, now, post(last) + " → " + post(now)));
        }));
    }

    /** A sign-in was refused. The name counts only where it is an account: people type their passwords there too. */
    public void signInFailed(@Nullable Person person) {
        limited(AccessKind.SIGN_IN_FAILED, person, "");
    }

    public void signedOut(Person person) {
        safely(() -> keep(AccessKind.SIGN_OUT, Signature.of(person), ""));
    }

    /** The current person, or nobody, was refused an operation or an address. */
    public void refused(String object) {
        limited(AccessKind.REFUSAL, people.find().orElse(null), object);
    }

    /** The current person took a file along; unless it can be kept, there is no file. */
    public void taken(String object, RevisionNote note) {
        var person = Signature.of(people.require());
        transaction.executeWithoutResult(_ -> {
            RevisionNote.describe(note.kind(), note.request(), note.reason());
            events.add(event(AccessKind.DOWNLOAD, person, object));
        });
    }

    /** Somebody took a file along that is open to all. */
    public void taken(String object) {
        limited(AccessKind.DOWNLOAD, people.find().orElse(null), object);
    }

    /** Writes down what has only been counted up to the last full minute. */
    @Scheduled(cron = "5 * * * * *")
    void settle() {
        flood.ended(clock.instant()).forEach((source, further) -> safely(() -> settle(source, further)));
    }

    private void settle(Source source, int further) {
        transaction.executeWithoutResult(_ -> {
            describe(source.kind(), "");
            events.add(new AccessEvent(
                    clock.instant(), source.kind(), source.person(), source.address(), null, "", further));
        });
    }

    @PreDestroy
    void settleAll() {
        flood.close();
        settle();
    }

    private void limited(AccessKind kind, @Nullable Person person, String object) {
        var signature = person == null ? null : Signature.of(person);
        var source = new Source(kind, signature, Origin.current().address());
        if (flood.lets(source, source.unknown(), clock.instant())) {
            safely(() -> keep(kind, signature, object));
        }
        settle();
    }

    private void keep(AccessKind kind, @Nullable Signature person, String object) {
        transaction.executeWithoutResult(_ -> write(kind, person, object));
    }

    private void write(AccessKind kind, @Nullable Signature person, String object) {
        describe(kind, object);
        events.add(event(kind, person, object));
    }

    private static void describe(AccessKind kind, String object) {
        RevisionNote.describe(RevisionKind.ACCESS, null, (kind + " " + shortened(object)).strip());
    }

    private AccessEvent event(AccessKind kind, @Nullable Signature person, String object) {
        var origin = Origin.current();
        return new AccessEvent(
                clock.instant(), kind, person, origin.address(), origin.agent(), shortened(object), null);
    }

    private static String shortened(String object) {
        return PlainText.line(object, LONGEST);
    }

    /** {@code head/uoz} */
    private static String post(Signature person) {
        return person.position() + (person.body() == null ? "" : "/" + person.body());
    }

    /** Whoever signs in or is refused is not held up by a record that cannot be written; the log says so. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The record of access could not be written", e);
        }
    }
}
