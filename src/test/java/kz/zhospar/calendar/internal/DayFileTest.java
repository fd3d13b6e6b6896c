package kz.zhospar.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.calendar.DayKind;
import org.junit.jupiter.api.Test;

/** The shipped days against the rules of the law that they are stated by. */
class DayFileTest {

    private static final List<Integer> YEARS = List.of(2025, 2026, 2027);
    private static final Set<String> PUBLIC = Set.of("law", "constitution-1995", "constitution-2026");
    private static final List<String> MONTHS =
            List.of("января", "", "марта", "", "мая", "", "июля", "августа", "", "октября", "", "декабря");

    private final DayFile file = DayFile.kazakhstan();
    private final Map<LocalDate, DayFile.Row> rows = file.days().stream()
            .collect(Collectors.toMap(DayFile.Row::day, Function.identity(), (a, b) -> a, TreeMap::new));

    @Test
    void statesEachDayOnceAndInOrderOfTime() {
        assertThat(file.days()).extracting(DayFile.Row::day).isSorted().doesNotHaveDuplicates();
        assertThat(file.days()).allSatisfy(row -> {
            assertThat(YEARS).contains(row.day().getYear());
            assertThat(List.of(row.name().ru(), row.name().kk(), row.name().en()))
                    .noneMatch(String::isBlank);
        });
    }

    @Test
    void namesTheSourceOfEachDayAndUsesEachSource() {
        assertThat(file.statements()).noneMatch(day -> day.source().isBlank());
        assertThat(file.days().stream().map(DayFile.Row::source).collect(Collectors.toSet()))
                .isEqualTo(file.sources().keySet());
        assertThat(file.note()).contains("вносит администратор");
    }

    @Test
    void holdsThePublicHolidaysOfTheLawInEveryYear() {
        var everyYear = days("01-01 01-02 03-08 03-21 03-22 03-23 05-01 05-07 05-09 07-06 10-25 12-16");
        for (int year : YEARS) {
            var expected = new TreeSet<LocalDate>();
            everyYear.forEach(day -> expected.add(day.atYear(year)));
            // The new Constitution was adopted on 15 March 2026; its day is kept from the next year on.
            if (year != 2026) {
                expected.add(year < 2026 ? LocalDate.of(year, 8, 30) : LocalDate.of(year, 3, 15));
            }
            assertThat(publicHolidays(year)).as("%d", year).isEqualTo(expected);
        }
    }

    @Test
    void movesAHolidayOnAWeekendToTheNextWorkingDayAndNoOther() {
        for (int year : YEARS) {
            var expected = new LinkedHashMap<LocalDate, String>();
            for (var holiday : publicHolidays(year)) {
                if (isWeekend(holiday)) {
                    expected.put(next(holiday, expected.keySet()), substituteOf(holiday));
                }
            }
            assertThat(named(year, "substitute")).as("%d", year).isEqualTo(expected);
        }
    }

    @Test
    void leavesReligiousDaysOffWhereTheyAre() {
        assertThat(YEARS).allSatisfy(year -> {
            assertThat(named(year, "christmas")).containsOnlyKeys(LocalDate.of(year, 1, 7));
            assertThat(named(year, "kurban-" + year)).hasSize(1);
        });
        // A Sunday: nothing is moved for it.
        assertThat(LocalDate.of(2027, 5, 16).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(rows).containsKey(LocalDate.of(2027, 5, 16)).doesNotContainKey(LocalDate.of(2027, 5, 17));
    }

    @Test
    void worksOnAWeekendForEachWeekdayThatWasMoved() {
        for (int year : YEARS) {
            var moved = file.days().stream()
                    .filter(row -> row.day().getYear() == year && row.source().startsWith("transfer"))
                    .collect(Collectors.partitioningBy(row -> row.kind() == DayKind.WORKING));
            assertThat(moved.get(true)).allMatch(row -> isWeekend(row.day()));
            assertThat(moved.get(false)).allMatch(row -> !isWeekend(row.day())).hasSameSizeAs(moved.get(true));
        }
        assertThat(file.days())
                .filteredOn(row -> row.kind() == DayKind.WORKING)
                .allMatch(row -> row.source().startsWith("transfer"));
    }

    private Set<LocalDate> publicHolidays(int year) {
        return file.days().stream()
                .filter(row -> row.day().getYear() == year && PUBLIC.contains(row.source()))
                .map(DayFile.Row::day)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<LocalDate, String> named(int year, String source) {
        return file.days().stream()
                .filter(row -> row.day().getYear() == year && row.source().equals(source))
                .collect(Collectors.toMap(DayFile.Row::day, row -> row.name().ru()));
    }

    private LocalDate next(LocalDate holiday, Set<LocalDate> taken) {
        var day = holiday.plusDays(1);
        while (isWeekend(day)
                || taken.contains(day)
                || publicHolidays(day.getYear()).contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static String substituteOf(LocalDate holiday) {
        return "Выходной взамен %d %s".formatted(holiday.getDayOfMonth(), MONTHS.get(holiday.getMonthValue() - 1));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static List<MonthDay> days(String list) {
        return Arrays.stream(list.split(" "))
                .map(day -> MonthDay.parse("--" + day))
                .toList();
    }
}
