package kz.zhospar.finding;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.Formats;
import kz.zhospar.common.PlainText;
import kz.zhospar.finding.FindingRecord.Act;
import kz.zhospar.finding.FindingRefusal.Field;
import kz.zhospar.finding.FindingRefusal.Reason;
import kz.zhospar.finding.internal.FindingEntity;
import kz.zhospar.finding.internal.FindingEntries;
import kz.zhospar.finding.internal.FindingEntry;
import kz.zhospar.finding.internal.FindingNotices;
import kz.zhospar.finding.internal.Findings;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.identity.Signature;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Findings of auditors: raised, answered by the body concerned, judged. Overseers read all of them, a body its own; to
 * anybody else a finding does not exist.
 */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class FindingService {

    public static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_YEARS = 10;

    private final Findings findings;
    private final FindingEntries entries;
    private final FindingNotices notices;
    private final HistoryService history;
    private final RequestService requests;
    private final CurrentPerson person;
    private final Clock clock;

    FindingService(
            Findings findings,
            FindingEntries entries,
            FindingNotices notices,
            HistoryService history,
            RequestService requests,
            CurrentPerson person,
            Clock clock) {
        this.findings = findings;
        this.entries = entries;
        this.notices = notices;
        this.history = history;
        this.requests = requests;
        this.person = person;
        this.clock = clock;
    }

    /** What the person may see: what is due first stands first. */
    @Transactional(readOnly = true)
    public List<FindingRecord> list(FindingFilter filter) {
        var states = EnumSet.allOf(FindingState.class);
        if (filter.over() != null) {
            states.removeIf(state -> state.isOver() != filter.over());
        }
        var me = person.require();
        if (!me.readsEverything()) {
            return records(findings.find(states, ownBody(me), filter.severity()));
        }
        return records(findings.find(states, filter.body(), filter.severity()));
    }

    /** @throws FindingRefusal NOT_FOUND when there is none that the person may see */
    @Transactional(readOnly = true)
    public FindingRecord find(long number) {
        return record(visible(findings.findByNumber(number).stream()));
    }

    /** What the person may see of the findings on a revision, a request, or an item of the plan with all its values. */
    @Transactional(readOnly = true)
    public List<FindingRecord> on(Subject subject) {
        var me = person.require();
        var body = me.readsEverything() ? null : ownBody(me);
        return records(
                switch (subject) {
                    case Subject.OfRevision of -> findings.onRevision(of.number(), body);
                    case Subject.OfRequest of -> findings.onRequest(of.number(), body);
                    case Subject.OfValue of ->
                        findings.onItem(of.ref().type(), of.ref().id(), body);
                });
    }

    /** What the person has to do something about now: to answer for his body, or to judge an answer. */
    @Transactional(readOnly = true)
    public List<FindingRecord> awaitingMe() {
        var me = person.require();
        if (me.is(Role.AUDITOR)) {
            return records(findings.find(EnumSet.of(FindingState.ANSWERED), null, null));
        }
        return me.body() == null ? List.of() : records(findings.find(EnumSet.of(FindingState.OPEN), me.body(), null));
    }

    /**
     * Records a finding and tells the body that has to answer.
     *
     * @throws FindingRefusal naming the field that is missing, too long or in the past; NO_SUBJECT; NOBODY_ANSWERS
     */
    @RolesAllowed(Roles.AUDITOR)
    public FindingRecord raise(FindingCommand typed) {
        var command = new FindingCommand(
                typed.subject(), typed.body(), typed.severity(), PlainText.storable(typed.text()), typed.due());
        check(command);
        requireSubject(command.subject());
        var me = person.require();
        var finding = new FindingEntity(findings.nextNumber(), command, Signature.of(me), clock.instant());
        if (notices.answerers(finding).isEmpty()) {
            throw new FindingRefusal(Reason.NOBODY_ANSWERS);
        }
        describe(finding);
        findings.save(finding);
        notices.raised(finding, me);
        return record(finding);
    }

    private void check(FindingCommand command) {
        requireStated(command.body(), Field.BODY);
        requireStated(command.severity(), Field.SEVERITY);
        requireText(command.text(), Field.TEXT);
        requireStated(command.due(), Field.DUE);
        requireFuture(command.due());
    }

    private static void requireStated(@Nullable Object value, Field field) {
        if (value == null) {
            throw new FindingRefusal(Reason.MISSING, field);
        }
    }

    private static void requireText(String text, Field field) {
        if (text.isBlank()) {
            throw new FindingRefusal(Reason.MISSING, field);
        }
        if (text.strip().length() > LONGEST_TEXT) {
            throw new FindingRefusal(Reason.TOO_LONG, field, LONGEST_TEXT);
        }
    }

    private void requireFuture(@Nullable LocalDate due) {
        if (due != null && due.isBefore(today())) {
            throw new FindingRefusal(Reason.DUE_PAST);
        }
        if (due != null && due.isAfter(today().plusYears(LONGEST_YEARS))) {
            throw new FindingRefusal(Reason.DUE_FAR);
        }
    }

    private void requireSubject(Subject subject) {
        try {
            switch (subject) {
                case Subject.OfRevision of -> history.revision(of.number());
                case Subject.OfRequest of -> requests.find(of.number());
                case Subject.OfValue of -> {
                    if (history.of(of.ref()).isEmpty()) {
                        throw new FindingRefusal(Reason.NO_SUBJECT);
                    }
                }
            }
        } catch (Refusal | AccessDeniedException _) {
            throw new FindingRefusal(Reason.NO_SUBJECT);
        }
    }

    /** Answers for the body that the finding is addressed to. */
    @RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE})
    public FindingRecord answer(long number, String text) {
        requireText(text, Field.ANSWER);
        var finding = lock(number);
        requireMay(mayAnswer(person.require(), finding));
        return move(finding, FindingEntity::answered, Act.ANSWERED, text, null);
    }

    /**
     * Asks the body for another answer.
     *
     * @param due the new last day for it; null leaves the day as it is
     */
    @RolesAllowed(Roles.AUDITOR)
    public FindingRecord giveBack(long number, String text, @Nullable LocalDate due) {
        requireText(text, Field.TEXT);
        requireFuture(due);
        return move(lock(number), finding -> finding.returned(due), Act.RETURNED, text, due);
    }

    /** Accepts the answer; the finding is over. */
    @RolesAllowed(Roles.AUDITOR)
    public FindingRecord close(long number, String text) {
        requireText(text, Field.TEXT);
        return move(lock(number), FindingEntity::closed, Act.CLOSED, text, null);
    }

    /** Gives the finding up, with a reason. */
    @RolesAllowed(Roles.AUDITOR)
    public FindingRecord withdraw(long number, String text) {
        requireText(text, Field.TEXT);
        return move(lock(number), FindingEntity::withdrawn, Act.WITHDRAWN, text, null);
    }

    private FindingRecord move(
            FindingEntity finding, Consumer<FindingEntity> step, Act act, String text, @Nullable LocalDate due) {
        var me = person.require();
        var said = PlainText.storable(text).strip();
        step.accept(finding);
        describe(finding);
        entries.save(new FindingEntry(finding, act, said, due, Signature.of(me), clock.instant()));
        notices.moved(finding, act, me);
        return record(finding);
    }

    private static void describe(FindingEntity finding) {
        var request = finding.subject() instanceof Subject.OfRequest of ? of.number() : null;
        RevisionNote.describe(RevisionKind.DISCUSSION, request, finding.text());
    }

    private FindingEntity lock(long number) {
        return visible(findings.lockByNumber(number).stream());
    }

    private FindingEntity visible(Stream<FindingEntity> found) {
        return found.filter(this::isVisible).findFirst().orElseThrow(() -> new FindingRefusal(Reason.NOT_FOUND));
    }

    private boolean isVisible(FindingEntity finding) {
        var me = person.require();
        return me.readsEverything() || finding.body().equals(me.body());
    }

    private static void requireMay(boolean may) {
        if (!may) {
            throw new FindingRefusal(Reason.MOVED_ON);
        }
    }

    private List<FindingRecord> records(Collection<FindingEntity> found) {
        var said = entries
                .findByFindingIdInOrderByWrittenAt(
                        found.stream().map(FindingEntity::id).toList())
                .stream()
                .collect(Collectors.groupingBy(FindingEntry::findingId));
        return found.stream()
                .map(finding -> record(finding, said.getOrDefault(finding.id(), List.of())))
                .toList();
    }

    private FindingRecord record(FindingEntity finding) {
        return record(finding, entries.findByFindingIdInOrderByWrittenAt(List.of(finding.id())));
    }

    private FindingRecord record(FindingEntity finding, List<FindingEntry> said) {
        var me = person.require();
        return new FindingRecord(
                finding.number(),
                finding.subject(),
                finding.body(),
                finding.severity(),
                finding.text(),
                finding.due(),
                finding.state(),
                finding.isOverdueOn(today()),
                finding.raisedBy(),
                finding.raisedAt(),
                said.stream().map(FindingEntry::toRecord).toList(),
                mayAnswer(me, finding) && finding.state() == FindingState.OPEN,
                me.is(Role.AUDITOR) && !finding.state().isOver());
    }

    private static boolean mayAnswer(Person me, FindingEntity finding) {
        return !me.is(Role.AUDITOR) && finding.body().equals(me.body());
    }

    private static String ownBody(Person me) {
        return Objects.requireNonNullElse(me.body(), "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }
}
