package kz.zhospar.conversation;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.zhospar.change.ParticipantService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.PlainText;
import kz.zhospar.conversation.CommentRefusal.Reason;
import kz.zhospar.conversation.internal.Comment;
import kz.zhospar.conversation.internal.CommentNotices;
import kz.zhospar.conversation.internal.DiscussionStore;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.identity.Signature;
import kz.zhospar.live.Signals;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is said on change requests. Whoever may read a request reads it; those who work on plans may also write. */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE})
public class ConversationService {

    /** The topic of the signal after each comment and mark; the message is the number of the request. */
    public static final String TOPIC = "conversation";

    private static final int LONGEST_TEXT = 10_000;
    private static final Set<Role> WRITERS =
            Set.of(Role.OFFICIAL, Role.HEAD, Role.ECONOMY, Role.CURATOR, Role.AKIM_OFFICE);

    private final DiscussionStore store;
    private final CommentNotices notices;
    private final RequestService requests;
    private final ParticipantService participants;
    private final People people;
    private final CurrentPerson person;
    private final Signals signals;
    private final Clock clock;

    ConversationService(
            DiscussionStore store,
            CommentNotices notices,
            RequestService requests,
            ParticipantService participants,
            People people,
            CurrentPerson person,
            Signals signals,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.requests = requests;
        this.participants = participants;
        this.people = people;
        this.person = person;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * Everything that was said on a request.
     *
     * @throws Refusal NOT_FOUND when there is none that the person may see
     */
    @Transactional(readOnly = true)
    @RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
    public Discussion of(long request) {
        requests.find(request);
        var mayWrite = person.require().roles().stream().anyMatch(WRITERS::contains);
        return new Discussion(request, store.threads(request), mayWrite);
    }

    /** Who may be mentioned: everybody else who may read the request, ordered by account. */
    @Transactional(readOnly = true)
    public List<Mentionable> mentionable(long request) {
        var me = person.require().account();
        return participants.readers(request).stream()
                .filter(reader -> !reader.account().equals(me))
                .map(reader -> new Mentionable(
                        reader.account(), reader.name(), reader.position().key(), reader.body()))
                .toList();
    }

    /**
     * Writes a comment and tells those whom it concerns.
     *
     * @param place the change that it is about; null for the whole request, and of a reply, which follows its thread
     * @param parent the first comment of the thread that is replied to; null begins a thread
     * @param text plain; {@code @[account]} mentions somebody
     * @throws Refusal NOT_FOUND when there is no such request that the person may see
     * @throws CommentRefusal when the text, its mentions, the place or the thread do not hold
     */
    public CommentRecord write(long request, @Nullable Place place, @Nullable UUID parent, String text) {
        var me = person.require();
        var details = requests.find(request);
        var written = PlainText.storable(text).strip();
        var signature = Signature.of(me);
        var comment = parent == null
                ? Comment.first(request, known(place, details), written, signature, clock.instant())
                : thread(request, place, parent).reply(written, signature, clock.instant());
        var readers = participants.readers(request);
        var mentioned = mentioned(written, readers);
        requireFits(written, mentioned);
        note(details);
        var involved = new HashSet<>(participants.involved(request));
        store.first(comment.thread()).map(store::writers).ifPresent(involved::addAll);
        notices.tell(details.summary(), me, readers, mentioned.keySet(), involved);
        signals.send(TOPIC, String.valueOf(request));
        return store.add(comment, mentioned);
    }

    /** Marks a thread as resolved; one that is resolved stays as it was. */
    public void resolve(UUID thread) {
        mark(thread, true);
    }

    /** Opens a resolved thread again; an open one stays as it was. */
    public void reopen(UUID thread) {
        mark(thread, false);
    }

    private void mark(UUID thread, boolean resolved) {
        var first = store.first(thread).orElseThrow(() -> new CommentRefusal(Reason.NOT_FOUND));
        var details = visible(first.requestNumber());
        if (store.lockResolved(first) == resolved) {
            return;
        }
        note(details);
        store.mark(first, resolved, Signature.of(person.require()), clock.instant());
        signals.send(TOPIC, String.valueOf(first.requestNumber()));
    }

    /** A thread that is not the person's to see does not exist, and is refused in the same words. */
    private RequestDetails visible(long request) {
        try {
            return requests.find(request);
        } catch (Refusal _) {
            throw new CommentRefusal(Reason.NOT_FOUND);
        }
    }

    private static @Nullable Place known(@Nullable Place place, RequestDetails details) {
        if (place != null
                && details.changes().stream()
                        .noneMatch(change -> Place.of(change).equals(place))) {
            throw new CommentRefusal(Reason.NOT_FOUND);
        }
        return place;
    }

    private Comment thread(long request, @Nullable Place place, UUID parent) {
        return store.first(parent)
                .filter(first -> first.requestNumber() == request)
                .filter(first -> place == null || Objects.equals(first.place(), place))
                .orElseThrow(() -> new CommentRefusal(Reason.NOT_FOUND));
    }

    /** Names by account. What only looks like a mention, because nobody has such an account, stays text. */
    private Map<String, String> mentioned(String text, List<Person> readers) {
        var mentioned = new LinkedHashMap<String, String>();
        for (var account : MentionedText.accounts(text)) {
            people.byAccount(account).ifPresent(found -> {
                if (readers.stream().noneMatch(reader -> reader.account().equals(account))) {
                    throw new CommentRefusal(Reason.MENTIONS_STRANGER, found.name());
                }
                mentioned.put(account, found.name());
            });
        }
        return mentioned;
    }

    /** Counted is what people read. */
    private static void requireFits(String text, Map<String, String> mentioned) {
        if (text.isBlank()) {
            throw new CommentRefusal(Reason.EMPTY);
        }
        if (MentionedText.shown(text, mentioned).length() > LONGEST_TEXT) {
            throw new CommentRefusal(Reason.TOO_LONG, LONGEST_TEXT);
        }
    }

    private static void note(RequestDetails details) {
        RevisionNote.describe(
                RevisionKind.DISCUSSION, details.number(), details.summary().title());
    }
}
