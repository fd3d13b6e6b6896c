package kz.zhospar.common;

import jakarta.persistence.Embeddable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One text in three languages; a language without a text is the empty string, never null. */
@Embeddable
public record LocalizedText(String ru, String kk, String en) {
    public static final LocalizedText EMPTY = new LocalizedText("", "", "");

    public LocalizedText(@Nullable String ru, @Nullable String kk, @Nullable String en) {
        this.ru = orEmpty(ru);
        this.kk = orEmpty(kk);
        this.en = orEmpty(en);
    }

    public static LocalizedText of(@Nullable String ru) {
        return new LocalizedText(ru, "", "");
    }

    /** The text in a language, else in Russian, else in whichever language has one, else empty. */
    public String in(Language language) {
        var wanted = switch (language) {
            case RU -> ru;
            case KK -> kk;
            case EN -> en;
        };
        return Stream.of(wanted, ru, kk, en)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    public boolean isBlank() {
        return ru.isBlank() && kk.isBlank() && en.isBlank();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
