package kz.zhospar.common;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads and merges the files {@code i18n/<area>_<language>.properties}; a key given twice is an error. */
final class MessageBundles {
    private MessageBundles() {}

    static Map<Language, Map<String, String>> load() {
        var bundles = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            bundles.put(language, merge("classpath*:i18n/*_" + language.code() + ".properties"));
        }
        return bundles;
    }

    private static Map<String, String> merge(String pattern) {
        var origins = new HashMap<String, String>();
        var texts = new HashMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(file, origins, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the texts " + pattern, e);
        }
        return Map.copyOf(texts);
    }

    private static void read(Resource file, Map<String, String> origins, Map<String, String> texts) throws IOException {
        var name = String.valueOf(file.getFilename());
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            new OncePerKey(name, origins, texts).load(reader);
        }
    }

    /** {@link Properties} would silently keep the last of two texts with one key. */
    private static final class OncePerKey extends Properties {
        private final String file;
        private final Map<String, String> origins;
        private final Map<String, String> texts;

        OncePerKey(String file, Map<String, String> origins, Map<String, String> texts) {
            this.file = file;
            this.origins = origins;
            this.texts = texts;
        }

        @Override
        public synchronized Object put(Object key, Object text) {
            var other = origins.put((String) key, file);
            if (other != null) {
                throw new IllegalStateException("Text %s is given twice: in %s and %s".formatted(key, other, file));
            }
            return String.valueOf(texts.put((String) key, (String) text));
        }
    }
}
