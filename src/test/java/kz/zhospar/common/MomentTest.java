package kz.zhospar.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    /** The city moved from +06 to +05 on 1 March 2024. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-15, 2024-01-15T17:59:59.999999Z",
        "2024-02-28, 2024-02-28T17:59:59.999999Z",
        "2024-02-29, 2024-02-29T18:59:59.999999Z",
        "2024-03-01, 2024-03-01T18:59:59.999999Z",
        "0000-01-01, 0000-01-01T18:52:11.999999Z",
        "9999-12-31, 9999-12-31T18:59:59.999999Z"
    })
    void readsADateAsTheEndOfThatDayInTheCity(String text, Instant moment) {
        assertThat(Moment.parse(text)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T10:00:00Z, 2024-01-15T10:00:00Z",
        "2024-01-15t10:00:00z, 2024-01-15T10:00:00Z",
        "2024-01-15T10:00Z, 2024-01-15T10:00:00Z",
        "2024-01-15T10:00:00+05:00, 2024-01-15T05:00:00Z",
        "2024-01-15T10:00:00 05:00, 2024-01-15T05:00:00Z",
        "2024-01-15T10:00:00-05:00, 2024-01-15T15:00:00Z",
        "2024-01-15T10:00:00.123456Z, 2024-01-15T10:00:00.123456Z",
        "2024-01-15T10:00:00.123456999Z, 2024-01-15T10:00:00.123456Z"
    })
    void readsAnInstantWithItsOffset(String text, Instant moment) {
        assertThat(Moment.parse(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2024",
                "2024-01",
                "2024-02-30",
                "2024-13-01",
                "15.01.2024",
                "2024-1-5",
                "2024-01-15T10:00:00",
                "2024-01-15T25:00:00Z",
                "2024-01-15 10:00:00Z",
                "2024-01-15T10:00:00[Asia/Almaty]",
                "+99999-01-01",
                "-0001-01-01",
                "+999999999-12-31T00:00:00Z",
                "1705312800"
            })
    void readsNothingElse(String text) {
        assertThat(Moment.parse(text)).isEmpty();
    }
}
