package kz.zhospar.calendar;

import static kz.zhospar.calendar.InvalidDay.Problem.*;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.calendar.InvalidDay.Problem;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.testing.PlanChangeTest;
import kz.zhospar.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test keeps to a year of its own. */
@PlanChangeTest
class CalendarModuleTest {

    private static final String SOURCE = "Приказ о переносе дня отдыха";

    @Autowired
    private CalendarService calendar;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private HistoryService history;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void beginsWithTheDaysOfTheLaw() {
        assertThat(read(2026)).hasSize(19).extracting(DeclaredDay::day).isSorted();
        assertThat(read(2026))
                .filteredOn(day -> day.day().equals(LocalDate.of(2026, 3, 9)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.name().ru()).isEqualTo("Выходной взамен 8 марта");
                    assertThat(day.source()).contains("№ 267");
                });
        assertThat(workingDays.isWorking(LocalDate.of(2025, 1, 5))).isTrue();
        assertThat(workingDays.after(LocalDate.of(2026, 3, 20), 1)).isEqualTo(LocalDate.of(2026, 3, 26));
        assertThat(workingDays.isWorking(LocalDate.of(2026, 8, 31))).isTrue();
        assertThat(log().getLast())
                .satisfies(first -> assertThat(first.reason()).startsWith("Первоначальный рабочий календарь"));
    }

    @Test
    void countsByADeclaredDayFromTheCommitOn() {
        var friday = LocalDate.of(2031, 1, 3);
        var sunday = LocalDate.of(2031, 1, 5);

        var off = declare(friday, DayKind.HOLIDAY, "  Выходной, перенесённый с 5 января ");
        declare(sunday, DayKind.WORKING, "Рабочий день вместо 3 января");

        assertThat(off.name().ru()).isEqualTo("Выходной, перенесённый с 5 января");
        assertThat(read(2031)).extracting(DeclaredDay::day).containsExactly(friday, sunday);
        assertThat(years()).contains(2026, 2031).doesNotContain(2032);
        assertThat(workingDays.after(friday, 0)).isEqualTo(sunday);

        admin(() -> calendar.change(off, stated(friday.plusDays(3), DayKind.HOLIDAY, "Выходной")));
        assertThat(workingDays.isWorking(friday)).isTrue();
        assertThat(workingDays.isWorking(friday.plusDays(3))).isFalse();

        remove(read(2031).getLast(), "Приказ отменён");
        assertThat(workingDays.isWorking(friday.plusDays(3))).isTrue();
        assertThat(read(2031)).extracting(DeclaredDay::day).containsExactly(sunday);
    }

    @Test
    void recordsWhoDeclaredWhatAndWhy() {
        var day = declare(LocalDate.of(2032, 5, 10), DayKind.HOLIDAY, "Выходной");
        admin(() -> calendar.change(day, stated(LocalDate.of(2032, 5, 11), DayKind.HOLIDAY, "Другой выходной")));
        remove(read(2032).getFirst(), "Внесено по ошибке");

        var revisions = log();
        assertThat(revisions.subList(0, 3)).allSatisfy(revision -> {
            assertThat(revision.kind()).isEqualTo(RevisionKind.ADMINISTRATION);
            assertThat(revision.account()).isEqualTo("admin");
        });
        assertThat(revisions.subList(0, 3))
                .extracting(RevisionRecord::reason)
                .satisfiesExactly(
                        removed -> assertThat(removed).contains("удалено", "Другой выходной", "Внесено по ошибке"),
                        changed -> assertThat(changed).contains("изменено", "«Выходной»", "«Другой выходной»", SOURCE),
                        declared -> assertThat(declared).contains("добавлено", "«Выходной»", SOURCE));
        assertThat(jdbc.sql("select count(*) from calendar_day_aud where id = ?")
                        .param(day.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void writesNothingWhenNothingIsChanged() {
        var day = declare(LocalDate.of(2033, 5, 10), DayKind.HOLIDAY, "Выходной");
        var before = log().size();

        assertThat(admin(() -> calendar.change(day, day.statement()))).isEqualTo(day);

        assertThat(log()).hasSize(before);
    }

    @Test
    void namesEverythingThatIsWrongAndChangesNothing() {
        var monday = LocalDate.of(2034, 5, 8);
        var taken = declare(monday, DayKind.HOLIDAY, "Занято");
        var other = declare(monday.plusDays(1), DayKind.HOLIDAY, "Другое");
        var before = log().size();

        assertThat(problems(() -> calendar.declare(new DayStatement(null, null, LocalizedText.EMPTY, " "))))
                .containsExactlyInAnyOrder(DAY_MISSING, KIND_MISSING, NAME_MISSING, SOURCE_MISSING);
        assertThat(problems(() -> calendar.declare(stated(monday, DayKind.HOLIDAY, "Ещё раз"))))
                .containsExactly(DAY_TAKEN);
        assertThat(problems(() -> calendar.change(other, stated(monday, DayKind.HOLIDAY, "Другое"))))
                .containsExactly(DAY_TAKEN);
        assertThat(problems(() -> calendar.declare(stated(monday.plusDays(2), DayKind.WORKING, "Среда"))))
                .containsExactly(WORKED_ON_ANYWAY);
        assertThat(problems(() -> calendar.declare(stated(LocalDate.of(9999, 1, 1), DayKind.HOLIDAY, "Далеко"))))
                .containsExactly(DAY_TOO_FAR);
        assertThat(problems(() -> calendar.declare(new DayStatement(
                        monday.plusDays(3),
                        DayKind.HOLIDAY,
                        new LocalizedText("Имя", "", "x".repeat(201)),
                        "x".repeat(1001)))))
                .containsExactlyInAnyOrder(NAME_TOO_LONG, SOURCE_TOO_LONG);
        assertThat(problems(() -> {
                    calendar.remove(taken, " ");
                    return taken;
                }))
                .containsExactly(REASON_MISSING);

        assertThat(read(2034)).containsExactly(taken, other);
        assertThat(log()).hasSize(before);
    }

    @Test
    void refusesToWriteOverWhatSomebodyElseHasDone() {
        var seen = declare(LocalDate.of(2035, 5, 10), DayKind.HOLIDAY, "Выходной");
        var now = admin(() -> calendar.change(seen, stated(seen.day(), DayKind.HOLIDAY, "Переименован")));

        assertThat(problems(() -> calendar.change(seen, stated(seen.day(), DayKind.HOLIDAY, "По-моему"))))
                .containsExactly(CHANGED_MEANWHILE);
        remove(now, "Больше не нужен");
        assertThat(problems(() -> calendar.change(now, stated(seen.day(), DayKind.HOLIDAY, "По-моему"))))
                .containsExactly(GONE);
    }

    @Test
    void asksNoDatabase() throws Exception {
        var asked = as(
                person("uoz-official"),
                () -> statements.during(() -> {
                    workingDays.after(LocalDate.of(2026, 1, 1), 200);
                    workingDays.between(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31));
                    calendar.days(2026);
                    calendar.years();
                }));

        assertThat(asked).isEmpty();
    }

    @Test
    void keepsToWhatIsCommitted() {
        var day = LocalDate.of(2036, 5, 12);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            declare(day, DayKind.HOLIDAY, "Не состоялся");
            status.setRollbackOnly();
        });

        assertThat(workingDays.isWorking(day)).isTrue();
        assertThat(read(2036)).isEmpty();
    }

    @Test
    void isReadByAllWhoTakePartAndWrittenByTheAdministrator() {
        var day = stated(LocalDate.of(2037, 5, 12), DayKind.HOLIDAY, "Выходной");

        for (var account : List.of("uoz-official", "uoz-head", "economy", "curator-1", "akim-office", "auditor")) {
            as(person(account), () -> {
                assertThat(calendar.days(2026)).isNotEmpty();
                assertThatThrownBy(() -> calendar.declare(day)).isInstanceOf(AccessDeniedException.class);
            });
        }
        assertThat(read(2037)).isEmpty();
    }

    private DeclaredDay declare(LocalDate day, DayKind kind, String name) {
        return admin(() -> calendar.declare(stated(day, kind, name)));
    }

    private void remove(DeclaredDay day, String reason) {
        as(person("admin"), () -> calendar.remove(day, reason));
    }

    private static DayStatement stated(LocalDate day, DayKind kind, String name) {
        return new DayStatement(day, kind, LocalizedText.of(name), SOURCE);
    }

    private List<DeclaredDay> read(int year) {
        return as(person("auditor"), () -> calendar.days(year));
    }

    private Iterable<Integer> years() {
        return as(person("auditor"), () -> calendar.years());
    }

    private static <T> T admin(Callable<T> work) {
        return as(person("admin"), work);
    }

    private static Iterable<Problem> problems(Callable<DeclaredDay> work) {
        return catchThrowableOfType(InvalidDay.class, () -> admin(work)).problems();
    }

    /** What the administration did to the calendar, the last first. */
    private List<RevisionRecord> log() {
        return as(
                        person("auditor"),
                        () -> history.log(
                                new RevisionFilter(
                                        null,
                                        java.util.EnumSet.of(RevisionKind.ADMINISTRATION),
                                        null,
                                        null,
                                        "рабочий календарь",
                                        null,
                                        null,
                                        null,
                                        null),
                                100))
                .stream()
                .toList();
    }
}
