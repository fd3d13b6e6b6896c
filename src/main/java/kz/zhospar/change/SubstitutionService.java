package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.change.internal.ChangeAccess;
import kz.zhospar.change.internal.Substitution;
import kz.zhospar.change.internal.Substitutions;
import kz.zhospar.change.internal.Telling;
import kz.zhospar.change.internal.Turns;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.identity.Signature;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who decides for whom during a period. The holder of a position names his substitute himself; the administrator does so
 * for those who cannot. A substitute passes nothing on to his own substitute.
 */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR, Roles.ADMIN})
public class SubstitutionService {

    /** Nobody plans his absence further ahead; and no calendar goes on for ever. */
    private static final int FURTHEST_YEARS = 5;

    private static final Set<Role> DECIDING = Set.of(Role.HEAD, Role.ECONOMY, Role.CURATOR, Role.AKIM_OFFICE);

    private final Substitutions substitutions;
    private final People people;
    private final CurrentPerson person;
    private final Turns turns;
    private final ApplicationEventPublisher events;
    private final Telling telling;
    private final Clock clock;

    SubstitutionService(
            Substitutions substitutions,
            People people,
            CurrentPerson person,
            Turns turns,
            ApplicationEventPublisher events,
            Telling telling,
            Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.person = person;
        this.turns = turns;
        this.events = events;
        this.telling = telling;
        this.clock = clock;
    }

    /** Those that concern the person, as holder or as substitute; all for auditors and administrators. */
    @Transactional(readOnly = true)
    public List<SubstitutionRecord> visible() {
        var me = person.require();
        var found = me.is(Role.ADMIN) || me.is(Role.AUDITOR)
                ? substitutions.everything().stream()
                : Stream.concat(
                        substitutions.ofHolder(me.account()).stream(),
                        substitutions.ofSubstitute(me.account()).stream());
        return found.map(substitution -> substitution.record(turns.today()))
                .sorted(Comparator.comparing(SubstitutionRecord::firstDay).reversed())
                .toList();
    }

    /** Those that let the person decide for somebody else today. */
    @Transactional(readOnly = true)
    public List<SubstitutionRecord> standingIn() {
        var me = person.require();
        return ChangeAccess.maySubstitute(me)
                ? substitutions.ofSubstitute(me.account()).stream()
                        .map(substitution -> substitution.record(turns.today()))
                        .filter(record -> record.phase() == SubstitutionRecord.Phase.RUNNING)
                        .toList()
                : List.of();
    }

    /** Those for whom the person may name a substitute: himself where he decides, everybody who does for the administrator. */
    @Transactional(readOnly = true)
    public List<Person> holders() {
        return people.all().stream()
                .filter(one -> DECIDING.stream().anyMatch(one::is) && mayAct(one.account()))
                .toList();
    }

    /**
     * Those who may stand in for a holder: his own body first; for others the same position elsewhere. An auditor or an
     * administrator never can.
     *
     * @throws Refusal NOT_YOURS for everybody for whom the person may not name a substitute
     */
    @Transactional(readOnly = true)
    public List<Person> candidates(String holder) {
        requireMine(holder);
        var asked = people.byAccount(holder).orElseThrow(SubstitutionService::unfit);
        return people.all().stream()
                .filter(one -> isFit(asked, one))
                .sorted(Comparator.comparing((Person one) -> !Objects.equals(one.body(), asked.body())))
                .toList();
    }

    private static boolean isFit(Person holder, Person substitute) {
        var sameBody = holder.body() != null && holder.body().equals(substitute.body());
        return !isSame(holder, substitute)
                && ChangeAccess.maySubstitute(substitute)
                && (sameBody || substitute.position() == holder.position() || substitute.is(Role.AKIM_OFFICE));
    }

    /** Whether both accounts are one human's: an address of mail is given to one person only. */
    private static boolean isSame(Person holder, Person substitute) {
        return substitute.account().equals(holder.account())
                || holder.email() != null && holder.email().equalsIgnoreCase(substitute.email());
    }

    /**
     * Names a substitute from the first to the last day, both included. What has passed cannot be decided in any more,
     * so no period begins in the past; a longer absence than a year is no substitution but another holder.
     */
    public SubstitutionRecord name(String holder, String substitute, LocalDate firstDay, LocalDate lastDay) {
        requireMine(holder);
        var principal = people.byAccount(holder).orElseThrow(SubstitutionService::unfit);
        var deputy = people.byAccount(substitute)
                .filter(one -> DECIDING.stream().anyMatch(principal::is) && isFit(principal, one))
                .orElseThrow(SubstitutionService::unfit);
        requireSensible(firstDay, lastDay);
        if (substitutions.ofHolder(holder).stream().anyMatch(other -> other.meets(firstDay, lastDay))) {
            throw new Refusal(Refusal.Reason.PERIOD_TAKEN);
        }
        RevisionNote.describe(
                RevisionKind.ADMINISTRATION, null, "Замещение: %s — %s".formatted(principal.name(), deputy.name()));
        var named =
                substitutions.save(new Substitution(Signature.of(principal), Signature.of(deputy), firstDay, lastDay));
        events.publishEvent(Notice.of(
                NoticeKind.SUBSTITUTE_NAMED,
                Set.of(substitute),
                "posts",
                clock.instant(),
                principal.name(),
                firstDay.toString(),
                lastDay.toString()));
        return named.record(turns.today());
    }

    private void requireSensible(LocalDate firstDay, LocalDate lastDay) {
        if (firstDay.isBefore(turns.today())
                || firstDay.isAfter(turns.today().plusYears(FURTHEST_YEARS))
                || lastDay.isBefore(firstDay)
                || !lastDay.isBefore(firstDay.plusYears(1))) {
            throw new Refusal(Refusal.Reason.PERIOD_WRONG);
        }
    }

    /** Ends a substitution before its last day; what was decided under it stays. One that is over stays as it was. */
    public void end(UUID id) {
        var found = substitutions.findById(id).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_YOURS));
        requireMine(found.holder().account());
        RevisionNote.describe(
                RevisionKind.ADMINISTRATION,
                null,
                "Замещение прекращено: %s — %s"
                        .formatted(found.holder().name(), found.substitute().name()));
        if (found.end(clock.instant(), turns.today())) {
            telling.ended(found);
        }
    }

    private void requireMine(String holder) {
        if (!mayAct(holder)) {
            throw new Refusal(Refusal.Reason.NOT_YOURS);
        }
    }

    private boolean mayAct(String holder) {
        return person.require().is(Role.ADMIN) || person.require().account().equals(holder);
    }

    private static Refusal unfit() {
        return new Refusal(Refusal.Reason.NOT_A_SUBSTITUTE);
    }
}
