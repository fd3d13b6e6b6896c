package kz.zhospar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What has to hold for every calendar. */
class WorkingDaysTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 120;

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(START::plusDays);
    }

    /** Any day may be declared anything, however many of them. */
    @Provide
    Arbitrary<WorkingDays> calendars() {
        return Arbitraries.maps(days(), Arbitraries.of(DayKind.class)).map(WorkingDaysTest::calendar);
    }

    @Property
    void reachesOnlyWorkingDays(
            @ForAll("calendars") WorkingDays calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 60) int number) {
        assertThat(calendar.isWorking(calendar.after(day, number))).isTrue();
    }

    @Property
    void countsAsManyDaysAsItWent(
            @ForAll("calendars") WorkingDays calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 60) int number) {
        var reached = calendar.after(day, number);

        assertThat(calendar.between(day, reached)).isEqualTo(number);
        assertThat(calendar.between(reached, day)).isEqualTo(-number);
    }

    @Property
    void staysOnAWorkingDayAndGoesOnFromAnother(
            @ForAll("calendars") WorkingDays calendar, @ForAll("days") LocalDate day) {
        assertThat(calendar.after(day, 0)).isEqualTo(calendar.isWorking(day) ? day : calendar.after(day, 1));
    }

    @Property
    void goesFartherWithMoreDaysAndNeverBackFromALaterDay(
            @ForAll("calendars") WorkingDays calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 30) int later,
            @ForAll @IntRange(min = 1, max = 60) int number) {
        assertThat(calendar.after(day, number + 1)).isAfter(calendar.after(day, number));
        assertThat(calendar.after(day, number)).isAfterOrEqualTo(calendar.after(day, 0));
        assertThat(calendar.after(day.plusDays(later), number)).isAfterOrEqualTo(calendar.after(day, number));
    }

    @Property
    void addsUpOverDaysBetween(
            @ForAll("calendars") WorkingDays calendar,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate two,
            @ForAll("days") LocalDate three) {
        assertThat(calendar.between(one, two) + calendar.between(two, three)).isEqualTo(calendar.between(one, three));
    }

    @Example
    void takesDeclaredDaysForWhatTheyAreDeclared() {
        var friday = LocalDate.of(2025, 1, 3);
        var sunday = LocalDate.of(2025, 1, 5);
        var calendar = calendar(Map.of(friday, DayKind.HOLIDAY, sunday, DayKind.WORKING));

        assertThat(calendar.isWorking(friday)).isFalse();
        assertThat(calendar.isWorking(sunday)).isTrue();
        assertThat(calendar.after(friday.minusDays(1), 1)).isEqualTo(sunday);
        assertThat(calendar.after(friday, 0)).isEqualTo(sunday);
        assertThat(calendar.after(sunday, 1)).isEqualTo(sunday.plusDays(1));
        assertThat(calendar.between(friday, sunday.plusDays(1))).isEqualTo(2);
    }

    private static WorkingDays calendar(Map<LocalDate, DayKind> declared) {
        return new WorkingDays(day -> Optional.ofNullable(declared.get(day)));
    }
}
