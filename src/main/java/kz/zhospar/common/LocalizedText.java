package kz.zhospar.common;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** One text in Russian, Kazakh and English; a language not yet written is an empty string. */
@Embeddable
public record LocalizedText(String ru, String kk, String en) {

    public static final LocalizedText EMPTY = new LocalizedText("", "", "");

    public LocalizedText(@Nullable String ru, @Nullable String kk, @Nullable String en) {
        this.ru = ru == null ? "" : ru;
        this.kk = kk == null ? "" : kk;
        this.en = en == null ? "" : en;
    }

    public static LocalizedText of(String ru) {
        return new LocalizedText(ru, "", "");
    }
}
