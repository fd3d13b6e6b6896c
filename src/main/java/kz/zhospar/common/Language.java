package kz.zhospar.common;

import java.util.Locale;

/** The languages of screens and documents. Russian is the default, whatever the browser asks for. */
public enum Language {
    RU("ru", "KZ"),
    KK("kk", "KZ"),
    EN("en", "GB");

    private final Locale locale;

    Language(String language, String country) {
        locale = Locale.of(language, country);
    }

    /** The locale in which numbers and dates are written. */
    public Locale locale() {
        return locale;
    }

    /** The two-letter code, as in file names, cookies and the {@code lang} attribute. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of a locale; Russian for a language that is not offered. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage());
    }

    /** The language with a two-letter code; Russian for a code that is not offered. */
    public static Language of(String code) {
        for (var language : values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        return RU;
    }
}
