package kz.zhospar.calendar;

import static kz.zhospar.calendar.InvalidDay.Problem.*;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.calendar.InvalidDay.Problem;
import kz.zhospar.calendar.internal.CalendarDay;
import kz.zhospar.calendar.internal.CalendarDays;
import kz.zhospar.calendar.internal.CurrentDays;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.identity.Roles;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days that are not what their weekday says: all who take part read them, the administrator declares them. */
@Service
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR, Roles.ADMIN})
public class CalendarService {

    public static final int FIRST_YEAR = 2000;
    public static final int LAST_YEAR = 2099;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1000;
    private static final Formats RUSSIAN = new Formats(Language.RU);

    private final CalendarDays days;
    private final CurrentDays current;

    CalendarService(CalendarDays days, CurrentDays current) {
        this.days = days;
        this.current = current;
    }

    /** The declared days of a year in order, from memory. */
    public List<DeclaredDay> days(int year) {
        return List.copyOf(current.get()
                .subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .values());
    }

    /** The years for which any day is declared, from memory. */
    public SortedSet<Integer> years() {
        var years = new TreeSet<Integer>();
        current.get().keySet().forEach(day -> years.add(day.getYear()));
        return years;
    }

    /** @throws InvalidDay naming everything that is missing or wrong */
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public DeclaredDay declare(DayStatement statement) {
        var stated = statement.tidy();
        requireValid(stated, null);
        var day = new CalendarDay(stated);
        note("добавлено", day.toRecord(), stated.source());
        return write(day);
    }

    /**
     * States something else of a day.
     *
     * @param seen the entry that the person had before his eyes
     * @throws InvalidDay naming everything that is wrong, also when the entry has been changed or removed meanwhile
     */
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public DeclaredDay change(DeclaredDay seen, DayStatement statement) {
        var stated = statement.tidy();
        var day = requireUnchanged(seen);
        requireValid(stated, seen.id());
        if (stated.equals(seen.statement())) {
            return seen;
        }
        day.restate(stated);
        note("изменено (было: %s)".formatted(words(seen)), day.toRecord(), stated.source());
        return write(day);
    }

    /**
     * Takes a day out of the calendar, so that it is what its weekday says.
     *
     * @param seen the entry that the person had before his eyes
     * @param reason why, in the person's words
     */
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public void remove(DeclaredDay seen, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_TEXT) {
            throw new InvalidDay(reason.isBlank() ? REASON_MISSING : REASON_TOO_LONG);
        }
        var day = requireUnchanged(seen);
        note("удалено", seen, reason.strip());
        days.delete(day);
        flush();
    }

    private DeclaredDay write(CalendarDay day) {
        days.save(day);
        flush();
        return day.toRecord();
    }

    /** Somebody else may have written in the moment since the rows were looked at. */
    private void flush() {
        try {
            days.flush();
        } catch (DataIntegrityViolationException e) {
            throw new InvalidDay(DAY_TAKEN);
        } catch (OptimisticLockingFailureException e) {
            throw new InvalidDay(CHANGED_MEANWHILE);
        }
        current.willChange();
    }

    private CalendarDay requireUnchanged(DeclaredDay seen) {
        var day = days.findById(seen.id()).orElseThrow(() -> new InvalidDay(GONE));
        if (!day.toRecord().equals(seen)) {
            throw new InvalidDay(CHANGED_MEANWHILE);
        }
        return day;
    }

    private void requireValid(DayStatement stated, @Nullable UUID self) {
        var problems = EnumSet.noneOf(Problem.class);
        checkDay(stated.day(), self, problems);
        checkKind(stated, problems);
        checkTexts(stated, problems);
        if (!problems.isEmpty()) {
            throw new InvalidDay(problems);
        }
    }

    private void checkDay(@Nullable LocalDate day, @Nullable UUID self, Set<Problem> problems) {
        if (day == null) {
            problems.add(DAY_MISSING);
        } else if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            problems.add(DAY_TOO_FAR);
        } else if (days.findByDay(day)
                .filter(other -> !other.toRecord().id().equals(self))
                .isPresent()) {
            problems.add(DAY_TAKEN);
        }
    }

    private static void checkKind(DayStatement stated, Set<Problem> problems) {
        if (stated.kind() == null) {
            problems.add(KIND_MISSING);
        } else if (stated.kind() == DayKind.WORKING && stated.day() != null && !WorkingDays.isWeekend(stated.day())) {
            problems.add(WORKED_ON_ANYWAY);
        }
    }

    private static void checkTexts(DayStatement stated, Set<Problem> problems) {
        if (stated.name().ru().isEmpty()) {
            problems.add(NAME_MISSING);
        }
        if (longest(stated.name()) > LONGEST_NAME) {
            problems.add(NAME_TOO_LONG);
        }
        if (stated.source().isEmpty()) {
            problems.add(SOURCE_MISSING);
        }
        if (stated.source().length() > LONGEST_TEXT) {
            problems.add(SOURCE_TOO_LONG);
        }
    }

    private static int longest(LocalizedText name) {
        return Stream.of(name.ru(), name.kk(), name.en())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** The audit is kept in the language of the plan. */
    private static void note(String what, DeclaredDay day, String why) {
        RevisionNote.describe(
                RevisionKind.ADMINISTRATION, null, "Рабочий календарь: %s — %s. %s".formatted(words(day), what, why));
    }

    private static String words(DeclaredDay day) {
        var kind = day.kind() == DayKind.HOLIDAY ? "выходной" : "рабочий день";
        return "%s, %s «%s»".formatted(RUSSIAN.date(day.day()), kind, day.name().ru());
    }
}
