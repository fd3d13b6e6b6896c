package kz.zhospar.notification.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.notification.UndeliveredLetter;
import org.jspecify.annotations.Nullable;

/** One mail to one person, about one notification at once or the digest of a day; it knows how far its sending got. */
@Entity
@Table(name = "letter")
class Letter {

    enum State {
        DUE,
        SENT,
        /** Mail was switched off, or the person has no address any more. */
        DROPPED,
        GIVEN_UP
    }

    /** Longer than a mail server can keep a sender waiting, so whoever claimed the letter before has died. */
    private static final Duration CLAIMED = Duration.ofMinutes(5);

    private static final int LONGEST_FAILURE = 500;

    @Id
    private UUID id;

    @Version
    private long version;

    private String account;
    private @Nullable LocalDate digestDay;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;
    private Instant createdAt;
    private @Nullable Instant claimedAt;
    private @Nullable Instant closedAt;
    private @Nullable String failure;

    protected Letter() {} // JPA

    private Letter(UUID id, String account, @Nullable LocalDate digestDay, Instant now) {
        this.id = id;
        this.account = account;
        this.digestDay = digestDay;
        this.state = State.DUE;
        this.createdAt = now;
    }

    static Letter about(Notification notification, String account, Instant now) {
        return new Letter(notification.id(), account, null, now);
    }

    static Letter digest(String account, LocalDate day, Instant now) {
        return new Letter(digestId(account, day), account, day, now);
    }

    static UUID digestId(String account, LocalDate day) {
        return UUID.nameUUIDFromBytes(("digest " + day + " " + account).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes the letter to send it; of two who do so at once the version lets one through.
     *
     * @throws LetterDelayed when somebody else is sending it
     */
    void claim(Instant now) {
        if (claimedAt != null && now.isBefore(claimedAt.plus(CLAIMED))) {
            throw new LetterDelayed("Letter " + id + " is being sent");
        }
        claimedAt = now;
    }

    void sent(Instant now) {
        close(State.SENT, now);
        attempts++;
        failure = null;
    }

    /** Whether it was the last attempt. */
    boolean failed(String reason, int limit, Instant now) {
        attempts++;
        failure = reason.length() > LONGEST_FAILURE ? reason.substring(0, LONGEST_FAILURE) : reason;
        claimedAt = null;
        if (attempts >= limit) {
            close(State.GIVEN_UP, now);
        }
        return state == State.GIVEN_UP;
    }

    void drop(Instant now) {
        close(State.DROPPED, now);
    }

    private void close(State end, Instant now) {
        state = end;
        claimedAt = null;
        closedAt = now;
    }

    /** Takes back that it was given up. What the mail server said last stays until there is news. */
    void tryAnew() {
        state = State.DUE;
        attempts = 0;
        closedAt = null;
    }

    UndeliveredLetter undelivered(String recipient, @Nullable String address, Set<NoticeKind> kinds) {
        return new UndeliveredLetter(
                id,
                recipient,
                address,
                kinds,
                digestDay,
                attempts,
                Objects.requireNonNullElse(failure, ""),
                createdAt,
                isGivenUp() ? closedAt : null);
    }

    boolean isGivenUp() {
        return state == State.GIVEN_UP;
    }

    /** Whether it has failed before. */
    boolean hasFailed() {
        return failure != null;
    }

    boolean isDue() {
        return state == State.DUE;
    }

    UUID id() {
        return id;
    }

    String account() {
        return account;
    }

    @Nullable
    LocalDate digestDay() {
        return digestDay;
    }
}
