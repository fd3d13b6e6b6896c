package kz.zhospar.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {
    @Test
    void givesTheTextOfTheLanguage() {
        var text = new LocalizedText("Цель", "Мақсат", "Goal");

        assertThat(text.in(Language.KK)).isEqualTo("Мақсат");
        assertThat(text.in(Language.EN)).isEqualTo("Goal");
    }

    @Test
    void fallsBackToRussianThenToAnyLanguage() {
        assertThat(LocalizedText.of("Цель").in(Language.EN)).isEqualTo("Цель");
        assertThat(new LocalizedText(" ", "Мақсат", null).in(Language.EN)).isEqualTo("Мақсат");
        assertThat(LocalizedText.EMPTY.in(Language.RU)).isEmpty();
    }

    @Test
    void keepsNoNulls() {
        assertThat(new LocalizedText(null, null, null))
                .isEqualTo(LocalizedText.EMPTY)
                .matches(LocalizedText::isBlank);
    }

    @Test
    void takesRussianForLanguagesThatAreNotOffered() {
        assertThat(Language.of(Locale.FRANCE)).isEqualTo(Language.RU);
        assertThat(Language.of(Locale.US)).isEqualTo(Language.EN);
        assertThat(Language.of(Locale.of("kk"))).isEqualTo(Language.KK);
    }
}
