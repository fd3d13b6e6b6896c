package kz.zhospar.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of what people type or paste. */
class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Ұлттық даму жоспары", "Строка\r\n\tи ещё одна", "😀 🏙", "שלום", "<script>"})
    void leavesOrdinaryTextAsItIs(String text) {
        assertThat(PlainText.storable(text)).isEqualTo(text);
    }

    @Test
    void dropsWhatCannotBeStoredOrSeen() {
        assertThat(PlainText.storable("а\0б\u0002в\u0085")).isEqualTo("абв");
        assertThat(PlainText.storable("половина \ud83d")).isEqualTo("половина ?");
    }

    @Test
    void dropsWhatTurnsTheDirectionOfTheTextBesideIt() {
        assertThat(PlainText.storable("отчёт\u202Efdp.exe\u202C и \u2067так\u2069"))
                .isEqualTo("отчётfdp.exe и так");
    }
}
