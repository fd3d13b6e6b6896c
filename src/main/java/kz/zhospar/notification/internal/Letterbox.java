package kz.zhospar.notification.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.zhospar.live.Signals;
import kz.zhospar.notification.MailService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters from being put down to being closed. Each step is a transaction of its own; none is open during sending. */
@Component
class Letterbox {

    private final Letters letters;
    private final Notifications notifications;
    private final PreferenceStore preferences;
    private final MailRoute route;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final Signals signals;
    private final Clock clock;

    Letterbox(
            Letters letters,
            Notifications notifications,
            PreferenceStore preferences,
            MailRoute route,
            MailSettings settings,
            ApplicationEventPublisher events,
            Signals signals,
            Clock clock) {
        this.letters = letters;
        this.notifications = notifications;
        this.preferences = preferences;
        this.route = route;
        this.settings = settings;
        this.events = events;
        this.signals = signals;
        this.clock = clock;
    }

    /** Puts down a letter about one notification, in the running transaction. */
    void put(Notification notification, String account) {
        put(Letter.about(notification, account, clock.instant()), List.of(notification));
    }

    /** Puts down the digest of a day, in the running transaction; a day has one digest. */
    void putDigest(String account, LocalDate day, List<Notification> about) {
        if (!about.isEmpty() && !letters.existsById(Letter.digestId(account, day))) {
            put(Letter.digest(account, day, clock.instant()), about);
        }
    }

    private void put(Letter letter, List<Notification> about) {
        letters.save(letter);
        about.forEach(notification -> notification.mailedIn(letter));
        events.publishEvent(new LetterDue(letter.id()));
    }

    /**
     * Takes a letter to be sent.
     *
     * @return empty when there is nothing to do any more
     * @throws LetterDelayed when somebody else is sending it
     */
    @Transactional
    Optional<OutgoingLetter> take(UUID id) {
        var letter = letters.findById(id).filter(Letter::isDue);
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        var address = route.address(letter.get().account());
        if (address.isEmpty()) {
            letter.get().drop(clock.instant());
            return Optional.empty();
        }
        letter.get().claim(clock.instant());
        return Optional.of(outgoing(letter.get(), address.get()));
    }

    private OutgoingLetter outgoing(Letter letter, String address) {
        var notices = notifications.findByLetterIdOrderByHappenedAt(letter.id()).stream()
                .map(Notification::received)
                .toList();
        var language = preferences.of(letter.account()).language();
        return new OutgoingLetter(letter.id(), address, language, notices, letter.digestDay());
    }

    @Transactional
    void sent(UUID id) {
        var letter = find(id);
        if (letter.hasFailed()) {
            signals.send(MailService.TOPIC, id.toString());
        }
        letter.sent(clock.instant());
    }

    /** Whether it was the last attempt. */
    @Transactional
    boolean failed(UUID id, String reason) {
        signals.send(MailService.TOPIC, id.toString());
        return find(id).failed(reason, settings.attempts(), clock.instant());
    }

    /** For a letter that no further attempt can help. */
    @Transactional
    void giveUp(UUID id, String reason) {
        signals.send(MailService.TOPIC, id.toString());
        find(id).failed(reason, 0, clock.instant());
    }

    private Letter find(UUID id) {
        return letters.findById(id).orElseThrow();
    }
}
