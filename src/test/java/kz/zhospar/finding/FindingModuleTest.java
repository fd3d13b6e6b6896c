package kz.zhospar.finding;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.zhospar.SettableClock;
import kz.zhospar.common.Formats;
import kz.zhospar.finding.FindingRecord.Act;
import kz.zhospar.finding.FindingRefusal.Reason;
import kz.zhospar.finding.internal.FindingNotices;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Notices;
import kz.zhospar.testing.ReviewTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor records what he found, the body answers, the auditor judges the answer; nothing else is touched. */
@ReviewTest
class FindingModuleTest {

    @Autowired
    private FindingService findings;

    @Autowired
    private FindingNotices reminders;

    @Autowired
    private PlanService plans;

    @Autowired
    private Notices notices;

    @Autowired
    private Clock clock;

    @BeforeEach
    void beginAnew() {
        notices.clear();
    }

    @Test
    void goesFromTheAuditorToTheBodyAndBackUntilTheAnswerIsAccepted() {
        var plan = plans.current();
        var raised = raise(target());
        assertThat(raised.state()).isEqualTo(FindingState.OPEN);
        assertThat(notices.of(NoticeKind.FINDING_RAISED)).containsExactly("FINDING_RAISED ugm-head ugm-official");

        var answered = as(person("ugm-head"), () -> findings.answer(raised.number(), "Расчёт приложен"));
        assertThat(answered.state()).isEqualTo(FindingState.ANSWERED);
        assertThat(answered.mayAnswer()).isFalse();
        assertThat(notices.of(NoticeKind.FINDING_ANSWERED)).containsExactly("FINDING_ANSWERED auditor");

        var later = today().plusDays(20);
        var returned = as(person("auditor"), () -> findings.giveBack(raised.number(), "Нужны исходные данные", later));
        assertThat(returned.state()).isEqualTo(FindingState.OPEN);
        assertThat(returned.due()).isEqualTo(later);

        as(person("ugm-official"), () -> findings.answer(raised.number(), "Данные приложены"));
        var closed = as(person("auditor"), () -> findings.close(raised.number(), "Принято"));
        assertThat(closed.state()).isEqualTo(FindingState.CLOSED);
        assertThat(closed.entries())
                .extracting(FindingRecord.Entry::act)
                .containsExactly(Act.ANSWERED, Act.RETURNED, Act.ANSWERED, Act.CLOSED);
        assertThat(closed.entries())
                .extracting(entry -> entry.author().account())
                .containsExactly("ugm-head", "auditor", "ugm-official", "auditor");
        assertThat(plans.current()).isSameAs(plan);
    }

    @Test
    void isSeenByOverseersAndTheBodyOnly() {
        var number = raise(target()).number();
        for (var account : List.of("ugm-official", "ugm-head", "economy", "akim-office", "auditor")) {
            assertThat(as(person(account), () -> findings.find(number)).number())
                    .isEqualTo(number);
            assertThat(numbers(account)).contains(number);
        }
        for (var account : List.of("uoz-official", "uoz-head", "curator-2")) {
            assertRefused(Reason.NOT_FOUND, () -> as(person(account), () -> findings.find(number)));
            assertRefused(Reason.NOT_FOUND, () -> as(person(account), () -> findings.answer(number, "Ответ")));
            assertThat(numbers(account)).doesNotContain(number);
            assertThat(as(person(account), () -> findings.on(target()))).isEmpty();
        }
        assertRefused(Reason.MOVED_ON, () -> as(person("akim-office"), () -> findings.answer(number, "Ответ")));
    }

    private List<Long> numbers(String account) {
        return as(person(account), () -> findings.list(new FindingFilter(null, null, null))).stream()
                .map(FindingRecord::number)
                .toList();
    }

    @Test
    void isListedByStateBodyAndSeverity() {
        var open = raise(target()).number();
        var withdrawn = raise(target()).number();
        as(person("auditor"), () -> findings.withdraw(withdrawn, "Ошибочно"));

        assertThat(listed(new FindingFilter(false, "ugm", Severity.HIGH)))
                .contains(open)
                .doesNotContain(withdrawn);
        assertThat(listed(new FindingFilter(true, "ugm", null)))
                .contains(withdrawn)
                .doesNotContain(open);
        assertThat(listed(new FindingFilter(null, "uoz", null))).doesNotContain(open, withdrawn);
        assertThat(listed(new FindingFilter(false, null, Severity.LOW))).doesNotContain(open);
        assertThat(as(person("auditor"), () -> findings.on(target())))
                .extracting(FindingRecord::number)
                .contains(open, withdrawn);
    }

    private List<Long> listed(FindingFilter filter) {
        return as(person("auditor"), () -> findings.list(filter)).stream()
                .map(FindingRecord::number)
                .toList();
    }

    @Test
    void namesTheFieldThatIsMissingTooLongOrWrong() {
        var due = today().plusDays(5);
        assertRefused(Reason.MISSING, () -> raise(new FindingCommand(target(), null, Severity.LOW, "Текст", due)));
        assertRefused(Reason.MISSING, () -> raise(new FindingCommand(target(), "ugm", null, "Текст", due)));
        assertRefused(Reason.MISSING, () -> raise(new FindingCommand(target(), "ugm", Severity.LOW, " ", due)));
        assertRefused(Reason.MISSING, () -> raise(new FindingCommand(target(), "ugm", Severity.LOW, "Текст", null)));
        assertRefused(
                Reason.TOO_LONG,
                () -> raise(new FindingCommand(target(), "ugm", Severity.LOW, "ы".repeat(10_000), due)));
        assertRefused(
                Reason.DUE_PAST,
                () -> raise(new FindingCommand(target(), "ugm", Severity.LOW, "Текст", today().minusDays(1))));
        assertRefused(
                Reason.NOBODY_ANSWERS,
                () -> raise(new FindingCommand(target(), "no-such-body", Severity.LOW, "Текст", due)));
        for (var subject : List.of(
                new Subject.OfRevision(Long.MAX_VALUE - 1),
                new Subject.OfRequest(Long.MAX_VALUE),
                new Subject.OfValue(new ItemRef(ItemType.SERIES, new UUID(0, 0)), null))) {
            assertRefused(
                    Reason.NO_SUBJECT, () -> raise(new FindingCommand(subject, "ugm", Severity.LOW, "Текст", due)));
        }
    }

    @Test
    void isMovedOnOnceByWhoeverComesFirst() {
        var number = raise(target()).number();
        assertRefused(Reason.MOVED_ON, () -> as(person("auditor"), () -> findings.close(number, "Принято")));
        as(person("ugm-head"), () -> findings.answer(number, "Ответ"));
        assertRefused(Reason.MOVED_ON, () -> as(person("ugm-official"), () -> findings.answer(number, "И ещё")));
        as(person("auditor"), () -> findings.close(number, "Принято"));
        assertRefused(Reason.MOVED_ON, () -> as(person("auditor"), () -> findings.withdraw(number, "Отзыв")));
        assertThat(as(person("auditor"), () -> findings.find(number)).entries()).hasSize(2);
    }

    @Test
    void keepsHostileTextButForWhatTurnsOrBreaksIt() {
        var text = "<script>alert(1)</script> \u202Eабв 🏙 ' \" --";
        var raised = raise(new FindingCommand(target(), "ugm", Severity.LOW, text + "\0", today().plusDays(1)));
        assertThat(as(person("ugm-head"), () -> findings.find(raised.number())).text())
                .isEqualTo(text.replace("\u202E", ""));
    }

    @Test
    void remindsTheBodyOnTheDayAndOnceAfterIt() {
        as(
                person("auditor"),
                () -> findings.list(new FindingFilter(false, null, null))
                        .forEach(left -> findings.withdraw(left.number(), "Из другой проверки")));
        var raised = raise(target());
        reminders.remind();
        assertThat(notices.of(NoticeKind.FINDING_DUE)).isEmpty();
        goTo(raised.due());
        reminders.remind();
        reminders.remind();
        assertThat(notices.of(NoticeKind.FINDING_DUE)).hasSize(1);
        goTo(raised.due().plusDays(1));
        reminders.remind();
        goTo(raised.due().plusDays(2));
        reminders.remind();
        assertThat(notices.of(NoticeKind.FINDING_DUE)).hasSize(2);
        assertThat(as(person("ugm-head"), () -> findings.find(raised.number())).overdue())
                .isTrue();
    }

    private Subject.OfValue target() {
        var series = plans.current()
                .tree()
                .goal("1.2")
                .orElseThrow()
                .series()
                .findFirst()
                .orElseThrow();
        return new Subject.OfValue(series.ref(), Field.of(Attribute.TARGET, 2024));
    }

    private FindingRecord raise(Subject subject) {
        return raise(
                new FindingCommand(subject, "ugm", Severity.HIGH, "Цель снижена после факта", today().plusDays(10)));
    }

    private FindingRecord raise(FindingCommand command) {
        return as(person("auditor"), () -> findings.raise(command));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    private void goTo(LocalDate day) {
        ((SettableClock) clock).advance(Duration.between(today().atStartOfDay(), day.atStartOfDay()));
    }

    private static void assertRefused(Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        FindingRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
