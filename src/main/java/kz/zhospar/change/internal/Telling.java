package kz.zhospar.change.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.zhospar.change.Part;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.Verdict;
import kz.zhospar.identity.Person;
import kz.zhospar.live.Signals;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those concerned what has happened to a request, with the commit of the transaction in which it did. */
@Component
public class Telling {

    private final ApplicationEventPublisher events;
    private final Signals signals;
    private final Turns turns;
    private final Clock clock;

    Telling(ApplicationEventPublisher events, Signals signals, Turns turns, Clock clock) {
        this.events = events;
        this.signals = signals;
        this.turns = turns;
        this.clock = clock;
    }

    /** Lets every open page of the request, and every list with it, read it anew. */
    public void changed(ChangeRequest request) {
        signals.send(RequestService.TOPIC, String.valueOf(request.number()));
    }

    void awaiting(StoredRequest loaded, Collection<Part> parts, String sender) {
        tell(NoticeKind.AWAITING_DECISION, turns.deciders(loaded, List.copyOf(parts)), loaded, sender);
    }

    void decided(StoredRequest loaded, NoticeKind kind, Person by) {
        tell(kind, writers(loaded, by), loaded, by.name());
    }

    /** Those who approved in the running round learn that it no longer counts. */
    public void voided(StoredRequest loaded, Person by) {
        var approvers = loaded.decisionsOfRound()
                .filter(decision -> decision.verdict() == Verdict.APPROVED)
                .map(decision -> decision.person().account())
                .filter(account -> !account.equals(by.account()))
                .collect(Collectors.toSet());
        tell(NoticeKind.DECISION_VOIDED, approvers, loaded, by.name());
    }

    void due(NoticeKind kind, StoredRequest loaded, Collection<Part> parts) {
        var turn = turns.deciders(loaded, List.copyOf(parts));
        publish(kind, turn, loaded, title(loaded));
    }

    public void handedOver(StoredRequest loaded, String successor, String from) {
        tell(NoticeKind.HANDED_OVER, Set.of(successor), loaded, from);
    }

    /** Whoever wrote it until now learns who goes on with it. */
    public void takenOver(StoredRequest loaded, String before, Person next) {
        tell(NoticeKind.TAKEN_OVER, Set.of(before), loaded, next.name());
    }

    /** A substitute whose days are not over yet learns that he decides no longer. */
    public void ended(Substitution substitution) {
        events.publishEvent(Notice.of(
                NoticeKind.SUBSTITUTE_ENDED,
                Set.of(substitution.substitute().account()),
                "posts",
                clock.instant(),
                substitution.holder().name(),
                substitution.firstDay().toString(),
                substitution.lastDay().toString()));
    }

    private static Set<String> writers(StoredRequest loaded, Person by) {
        var request = loaded.request();
        var accounts = new TreeSet<String>();
        accounts.add(request.writer().account());
        accounts.add(request.author().account());
        if (request.submitter() != null) {
            accounts.add(request.submitter().account());
        }
        accounts.remove(by.account());
        return accounts;
    }

    private void tell(NoticeKind kind, Set<String> recipients, StoredRequest loaded, String who) {
        publish(kind, recipients, loaded, title(loaded), who);
    }

    private static String title(StoredRequest loaded) {
        return loaded.request().title();
    }

    private void publish(NoticeKind kind, Set<String> recipients, StoredRequest loaded, String... words) {
        if (recipients.isEmpty()) {
            return;
        }
        var number = String.valueOf(loaded.request().number());
        var arguments = new String[words.length + 1];
        arguments[0] = number;
        System.arraycopy(words, 0, arguments, 1, words.length);
        events.publishEvent(
                Notice.of(kind, new HashSet<>(recipients), "changes/" + number, clock.instant(), arguments));
    }
}
