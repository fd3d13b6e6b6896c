package kz.zhospar.seal.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command is to verify.
 *
 * @param data a data folder; used where neither an address nor a dump is given
 * @param url the JDBC address of a database
 * @param dump a dump in plain SQL
 * @param head a file with a published head, or its hash
 */
record VerifyOptions(
        Path data,
        @Nullable String url,
        @Nullable String user,
        @Nullable Path dump,
        @Nullable String head) {

    private static final List<String> NAMES = List.of("data", "url", "user", "dump", "head");

    /** Says in one line what is wrong with the arguments. */
    static final class UsageException extends RuntimeException {
        UsageException(String line) {
            super(line);
        }
    }

    static VerifyOptions from(String... arguments) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var name = parts[0].replaceFirst("^--", "");
            if (parts.length < 2 || parts[1].isBlank() || !parts[0].equals("--" + name) || !NAMES.contains(name)) {
                throw new UsageException("Непонятный параметр: " + argument);
            }
            given.put(name, parts[1]);
        }
        check(given);
        var dump = given.get("dump");
        return new VerifyOptions(
                Path.of(given.getOrDefault("data", System.getProperty("zhospar.data", ".zhospar")))
                        .toAbsolutePath()
                        .normalize(),
                given.get("url"),
                given.get("user"),
                dump == null ? null : Path.of(dump),
                given.get("head"));
    }

    private static void check(Map<String, String> given) {
        var sources = List.of("data", "url", "dump").stream()
                .filter(given::containsKey)
                .toList();
        if (sources.size() > 1) {
            throw new UsageException("Укажите что-то одно: --" + String.join(" или --", sources));
        }
        if (given.containsKey("user") && !given.containsKey("url")) {
            throw new UsageException("--user указывается вместе с --url");
        }
        if (given.containsKey("url") && !given.get("url").startsWith("jdbc:postgresql:")) {
            throw new UsageException("Адрес базы начинается с jdbc:postgresql: — " + given.get("url"));
        }
    }
}
