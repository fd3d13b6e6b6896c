package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import kz.zhospar.change.internal.Deadlines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that nobody takes is spoken of three times: the working day before it ends, on the day, and after it. */
class DeadlinesModuleTest extends ReviewCase {

    @Autowired
    private Deadlines deadlines;

    /** The days on which something is told of the request until a good while after its step has ended. */
    private void assertToldOf(long number, LocalDate day, String... expected) {
        goTo(day);
        notices.clear();
        deadlines.remind();
        deadlines.remind();
        assertThat(notices.of(number)).as(day.toString()).containsExactly(expected);
    }

    private LocalDate due(long number) {
        var turn = find("auditor", number).summary().turn();
        return Objects.requireNonNull(Objects.requireNonNull(turn).due());
    }

    @Test
    void remindsOnTheDayBeforeAndOnTheDayAndEscalatesOnceAfterIt() {
        var number = submitted();
        var due = due(number);
        assertThat(days.between(today(), due)).isEqualTo(3);
        for (var day = today(); day.isBefore(due); day = day.plusDays(1)) {
            var soon = days.isWorking(day) && days.between(day, due) == 1;
            if (soon) {
                assertToldOf(number, day, "DUE_SOON ugm-head");
            } else {
                assertToldOf(number, day);
            }
        }
        assertToldOf(number, due, "DUE_TODAY ugm-head");
        var after = days.after(due, 1);
        assertToldOf(number, after, "ESCALATED economy");
        assertToldOf(number, days.after(after, 1));
    }

    @Test
    void tellsNothingOnAWeekend() {
        goTo(friday());
        var number = submitted();
        var due = due(number);
        var saturday = due.plusDays(1);
        while (saturday.getDayOfWeek() != DayOfWeek.SATURDAY) {
            saturday = saturday.plusDays(1);
        }
        assertToldOf(number, saturday);
        assertToldOf(number, saturday.plusDays(1));
        assertToldOf(number, days.after(saturday, 1), "ESCALATED economy");
    }

    private LocalDate friday() {
        var day = today();
        while (day.getDayOfWeek() != DayOfWeek.FRIDAY || !days.isWorking(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Test
    void beginsAnewWithEachStep() {
        var number = submitted();
        assertToldOf(number, due(number), "DUE_TODAY ugm-head");
        approve("ugm-head", number);
        assertToldOf(number, due(number), "DUE_TODAY economy");
        approve("economy", number);
        assertToldOf(number, days.after(due(number), 1), "ESCALATED akim-office");
        approve("curator-2", number);
        assertToldOf(number, days.after(due(number), 1), "ESCALATED akim-office");
    }

    @Test
    void remindsThoseOnlyWhoHaveNotDecidedAndThoseWhoStandInForThem() {
        var number = submitted("ueios-official", row("5.2", "ueios"), row("5.2", "uo"));
        approve("ueios-head", number);
        var due = due(number);
        substitute("uo-head", "uo-official", due);
        assertToldOf(number, due, "DUE_TODAY uo-head uo-official");
        approve("uo-official", number);
        assertThat(waiting(number)).containsExactly(new Part(Step.ECONOMY, null));
    }

    private void substitute(String holder, String substitute, LocalDate last) {
        as(person(holder), () -> substitutions.name(holder, substitute, today(), last));
    }

    @Test
    void keepsStillAboutWhatIsNoLongerUnderReview() {
        var number = submitted();
        var due = due(number);
        giveBack("ugm-head", number);
        assertToldOf(number, due);
        assertToldOf(number, days.after(due, 1));
    }
}
