package kz.zhospar.change.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.zhospar.change.Step;
import kz.zhospar.change.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with their noun in the right form. */
class CountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, сегодня последний день",
        "1, остался 1 рабочий день",
        "2, осталось 2 рабочих дня",
        "5, осталось 5 рабочих дней",
        "11, осталось 11 рабочих дней",
        "21, остался 21 рабочий день",
        "-1, просрочен на 1 рабочий день",
        "-3, просрочен на 3 рабочих дня",
        "-12, просрочен на 12 рабочих дней"
    })
    void saysHowManyWorkingDaysAreLeft(int days, String words) {
        assertThat(Counts.left(new Turn(Step.HEAD, List.of(), LocalDate.of(2026, 11, 25), days)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 рабочий день", "3, 3 рабочих дня", "14, 14 рабочих дней"})
    void countsTheDaysOfAStage(int days, String words) {
        assertThat(Counts.workingDays(days)).isEqualTo(words);
    }
}
