package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import kz.zhospar.change.internal.HandOver;
import kz.zhospar.change.internal.HandOvers;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.Substitutions;
import kz.zhospar.change.internal.Telling;
import kz.zhospar.change.internal.Turns;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.identity.Signature;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes the open requests of somebody who leaves to the next holder of the post. Steps need no hand-over, because they
 * address positions; signatures stay those of the people who signed.
 */
@Service
@Transactional
@RolesAllowed({Roles.HEAD, Roles.ADMIN})
public class HandOverService {

    private static final int LONGEST_REASON = 2_000;

    /** Somebody with open requests of one body; he may be gone from the directory, or work elsewhere already. */
    public record Leaver(String account, String name, String body, int requests) {

        private Leaver and(Leaver other) {
            return new Leaver(account, other.name, body, requests + other.requests);
        }
    }

    private final RequestStore store;
    private final HandOvers handOvers;
    private final Substitutions substitutions;
    private final Turns turns;
    private final People people;
    private final CurrentPerson person;
    private final Telling telling;
    private final Clock clock;

    HandOverService(
            RequestStore store,
            HandOvers handOvers,
            Substitutions substitutions,
            Turns turns,
            People people,
            CurrentPerson person,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.handOvers = handOvers;
        this.substitutions = substitutions;
        this.turns = turns;
        this.people = people;
        this.person = person;
        this.telling = telling;
        this.clock = clock;
    }

    /** Everybody with requests that have not been ended, as far as the person may hand them over; by body and account. */
    @Transactional(readOnly = true)
    public List<Leaver> leavers() {
        var found = new TreeMap<String, Leaver>();
        store.openWriters(person.require().is(Role.ADMIN), person.require().body()).stream()
                .map(writer -> new Leaver(writer.account(), writer.name(), Objects.requireNonNull(writer.body()), 1))
                .forEach(leaver -> found.merge(leaver.body() + "/" + leaver.account(), leaver, Leaver::and));
        return List.copyOf(found.values());
    }

    /** Those who may go on with what somebody writes for a body. */
    @Transactional(readOnly = true)
    public List<Person> successors(String leaver, String body) {
        return people.all().stream()
                .filter(one -> mayAct(body) && isFit(one, leaver, body))
                .toList();
    }

    /** What has been handed over, the newest first; in all bodies for auditors. */
    @Transactional(readOnly = true)
    @RolesAllowed({Roles.HEAD, Roles.ADMIN, Roles.AUDITOR})
    public List<HandOverRecord> past() {
        var me = person.require();
        return handOvers.find(me.is(Role.ADMIN) || me.is(Role.AUDITOR), me.body()).stream()
                .map(HandOver::record)
                .toList();
    }

    /**
     * Passes everything that the leaver has open in the successor's body, and ends the substitutions that he named and
     * that are not over. What is under review stays there; the successor decides on it like anybody else as long as he
     * has written nothing of it.
     *
     * @throws Refusal NOT_A_SUCCESSOR when there is nothing that this person could be given
     */
    public HandOverRecord handOver(String leaver, String successor, String reason) {
        requireReason(reason);
        var next = people.byAccount(successor)
                .filter(one -> one.body() != null && mayAct(one.body()) && isFit(one, leaver, one.body()))
                .orElseThrow(HandOverService::unfit);
        var requests = store.lockWrittenBy(leaver, Objects.requireNonNull(next.body()));
        if (requests.isEmpty()) {
            throw unfit();
        }
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, reason);
        var from = requests.getFirst().request().writer();
        requests.forEach(loaded -> {
            loaded.handOver(next);
            telling.handedOver(loaded, successor, from.name());
            telling.takenOver(loaded, leaver, next);
            telling.changed(loaded.request());
        });
        substitutions.ofHolder(leaver).stream()
                .filter(substitution -> substitution.end(clock.instant(), turns.today()))
                .forEach(telling::ended);
        return handOvers
                .save(new HandOver(
                        from, Signature.of(next), PlainText.storable(reason), requests.size(), clock.instant()))
                .record();
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new Refusal(Refusal.Reason.REASON_MISSING);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Reason.TEXT_TOO_LONG, LONGEST_REASON);
        }
    }

    private static Refusal unfit() {
        return new Refusal(Refusal.Reason.NOT_A_SUCCESSOR);
    }

    private static boolean isFit(Person successor, String leaver, String body) {
        return successor.isWriter() && !successor.account().equals(leaver) && Objects.equals(successor.body(), body);
    }

    private boolean mayAct(@Nullable String body) {
        var me = person.require();
        return me.is(Role.ADMIN) || me.is(Role.HEAD) && body != null && body.equals(me.body());
    }
}
