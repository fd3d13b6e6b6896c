package kz.zhospar.notification.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.notification.ReceivedNotice;
import kz.zhospar.notification.UndeliveredLetter;
import kz.zhospar.notification.internal.Letter.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The letters that did not get through, and their second chance. */
@Component
public class DeadLetters {

    private final Letters letters;
    private final Notifications notifications;
    private final People people;
    private final MailRoute route;
    private final ApplicationEventPublisher events;

    DeadLetters(
            Letters letters,
            Notifications notifications,
            People people,
            MailRoute route,
            ApplicationEventPublisher events) {
        this.letters = letters;
        this.notifications = notifications;
        this.people = people;
        this.route = route;
        this.events = events;
    }

    public boolean isOn() {
        return route.isOn();
    }

    public long givenUp() {
        return letters.countByState(State.GIVEN_UP);
    }

    public List<UndeliveredLetter> undelivered(int limit) {
        return Stream.concat(
                        letters.findByStateOrderByClosedAtDesc(State.GIVEN_UP, Limit.of(limit)).stream(),
                        letters
                                .findByStateAndAttemptsGreaterThanOrderByCreatedAtDesc(State.DUE, 0, Limit.of(limit))
                                .stream())
                .limit(limit)
                .map(this::told)
                .toList();
    }

    private UndeliveredLetter told(Letter letter) {
        var kinds = notifications.findByLetterIdOrderByHappenedAt(letter.id()).stream()
                .map(Notification::received)
                .map(ReceivedNotice::kind)
                .collect(Collectors.toSet());
        var recipient = people.byAccount(letter.account());
        return letter.undelivered(
                recipient.map(Person::name).orElse(letter.account()),
                recipient.map(Person::email).orElse(null),
                kinds);
    }

    // While mail is off, a letter that is taken up would be dropped.
    public void sendAgain(UUID id) {
        Optional.of(id)
                .filter(_ -> isOn())
                .flatMap(letters::findById)
                .filter(Letter::isGivenUp)
                .ifPresent(this::putDownAgain);
    }

    public int sendAllAgain() {
        var all =
                isOn() ? letters.findByStateOrderByClosedAtDesc(State.GIVEN_UP, Limit.unlimited()) : List.<Letter>of();
        all.forEach(this::putDownAgain);
        return all.size();
    }

    private void putDownAgain(Letter letter) {
        letter.tryAnew();
        events.publishEvent(new LetterDue(letter.id()));
    }
}
