package kz.zhospar.common;

import java.text.MessageFormat;
import java.util.Map;
import java.util.Set;

/**
 * All texts of the product, usable with and without a screen.
 *
 * <p>The texts lie in {@code i18n/<area>_<ru|kk|en>.properties}, are read once and are {@link MessageFormat} patterns
 * when arguments are given. A missing key is shown as {@code !key!}; where the class path holds {@code i18n/strict}, as
 * that of the tests does, it throws.
 */
public final class Messages {
    private static final Map<Language, Map<String, String>> TEXTS = MessageBundles.load();
    private static final boolean STRICT = Messages.class.getResource("/i18n/strict") != null;

    private Messages() {}

    /** The text with a key, its arguments written as the language writes numbers and dates. */
    public static String in(Language language, String key, Object... arguments) {
        var text = texts(language).get(key);
        if (text == null) {
            return missing(language, key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments);
    }

    public static Set<String> keys(Language language) {
        return texts(language).keySet();
    }

    private static Map<String, String> texts(Language language) {
        return TEXTS.getOrDefault(language, Map.of());
    }

    private static String missing(Language language, String key) {
        if (STRICT) {
            throw new IllegalArgumentException("No text " + key + " in " + language);
        }
        return "!" + key + "!";
    }
}
