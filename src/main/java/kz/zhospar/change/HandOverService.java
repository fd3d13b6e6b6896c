package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import kz.zhospar.change.internal.HandOver;
import kz.zhospar.change.internal.HandOvers;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.Review;
import kz.zhospar.change.internal.Signature;
import kz.zhospar.change.internal.Substitutions;
import kz.zhospar.change.internal.Telling;
import kz.zhospar.change.internal.Turns;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
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

    /** Somebody with open requests; he may be gone from the directory already. */
    public record Leaver(String account, String name, String body, int requests) {}

    private final RequestStore store;
    private final HandOvers handOvers;
    private final Substitutions substitutions;
    private final Review review;
    private final Turns turns;
    private final People people;
    private final CurrentPerson person;
    private final Telling telling;
    private final Clock clock;

    HandOverService(
            RequestStore store,
            HandOvers handOvers,
            Substitutions substitutions,
            Review review,
            Turns turns,
            People people,
            CurrentPerson person,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.handOvers = handOvers;
        this.substitutions = substitutions;
        this.review = review;
        this.turns = turns;
        this.people = people;
        this.person = person;
        this.telling = telling;
        this.clock = clock;
    }

    /** Everybody with requests that have not been ended, as far as the person may hand them over. */
    @Transactional(readOnly = true)
    public List<Leaver> leavers() {
        return store.openWriters().stream()
                .filter(leaver -> mayAct(leaver.body()))
                .toList();
    }

    /** Those who may go on with the requests of a body. */
    @Transactional(readOnly = true)
    public List<Person> successors(String leaver) {
        var body = store.writtenBy(leaver).stream()
                .map(loaded -> loaded.request().writer().body())
                .findFirst()
                .orElse(null);
        return people.all().stream()
                .filter(one -> body != null && mayAct(body) && isFit(one, leaver, body))
                .toList();
    }

    /** What has been handed over, the newest first. */
    @Transactional(readOnly = true)
    public List<HandOverRecord> past() {
        return handOvers.findAllByOrderByHandedAtDesc().stream()
                .map(HandOver::record)
                .filter(record -> record.body() == null || mayAct(record.body()))
                .toList();
    }

    /**
     * Passes everything that the leaver has open, and ends the substitutions that he named. A request that only the
     * successor could have decided on is taken back: he can submit it anew in his own name.
     */
    public HandOverRecord handOver(String leaver, String successor, String reason) {
        if (reason.isBlank()) {
            throw new Refusal(Refusal.Reason.REASON_MISSING);
        }
        var requests = store.lockWrittenBy(leaver);
        var next = people.byAccount(successor)
                .filter(one -> requests.stream()
                        .map(loaded -> loaded.request().writer().body())
                        .allMatch(body -> body != null && mayAct(body) && isFit(one, leaver, body)))
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_A_SUCCESSOR));
        if (requests.isEmpty()) {
            throw new Refusal(Refusal.Reason.NOT_A_SUCCESSOR);
        }
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, reason);
        var from = requests.getFirst().request().writer();
        requests.forEach(loaded -> {
            if (turns.wouldBeMissed(next, loaded)) {
                review.withdraw(loaded, person.require());
            }
            loaded.handOver(next);
            telling.handedOver(loaded, successor, from.name());
            telling.changed(loaded.request());
        });
        substitutions.ofHolder(leaver).forEach(substitution -> substitution.end(clock.instant()));
        return handOvers
                .save(new HandOver(from, Signature.of(next), reason, requests.size(), clock.instant()))
                .record();
    }

    private static boolean isFit(Person successor, String leaver, String body) {
        return successor.isWriter() && !successor.account().equals(leaver) && Objects.equals(successor.body(), body);
    }

    private boolean mayAct(String body) {
        var me = person.require();
        return me.is(Role.ADMIN) || me.is(Role.HEAD) && body.equals(me.body());
    }
}
