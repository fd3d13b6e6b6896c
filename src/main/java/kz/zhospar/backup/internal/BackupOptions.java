package kz.zhospar.backup.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be copied or put back.
 *
 * @param file the copy
 * @param data a data folder; used where no address is given
 * @param url the JDBC address of a database
 * @param replace whether what is already there may be replaced
 * @param despiteFaults whether data is put back that does not verify
 */
record BackupOptions(
        Path file,
        Path data,
        @Nullable String url,
        @Nullable String user,
        boolean replace,
        boolean despiteFaults) {

    private static final List<String> VALUES = List.of("data", "url", "user");
    private static final String REPLACE = "--replace";
    private static final String DESPITE_FAULTS = "--despite-faults";

    /** Says in one line what is wrong with the arguments. */
    static final class UsageException extends RuntimeException {
        UsageException(String line) {
            super(line);
        }
    }

    static BackupOptions from(String... arguments) {
        var files = new HashSet<String>();
        var flags = new HashSet<String>();
        var values = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (!argument.startsWith("--")) {
                files.add(argument);
            } else if (Set.of(REPLACE, DESPITE_FAULTS).contains(argument)) {
                flags.add(argument);
            } else if (parts.length == 2 && !parts[1].isBlank() && VALUES.contains(parts[0].substring(2))) {
                values.put(parts[0].substring(2), parts[1]);
            } else {
                throw new UsageException("Непонятный параметр: " + argument);
            }
        }
        if (files.size() != 1) {
            throw new UsageException("Укажите один файл резервной копии.");
        }
        check(values);
        return new BackupOptions(
                Path.of(files.iterator().next()).toAbsolutePath().normalize(),
                Path.of(values.getOrDefault("data", System.getProperty("zhospar.data", ".zhospar")))
                        .toAbsolutePath()
                        .normalize(),
                values.get("url"),
                values.get("user"),
                flags.contains(REPLACE),
                flags.contains(DESPITE_FAULTS));
    }

    private static void check(HashMap<String, String> values) {
        if (values.containsKey("url") && values.containsKey("data")) {
            throw new UsageException("Укажите что-то одно: --url или --data");
        }
        if (values.containsKey("user") && !values.containsKey("url")) {
            throw new UsageException("--user указывается вместе с --url");
        }
        if (values.containsKey("url") && !values.get("url").startsWith("jdbc:postgresql:")) {
            throw new UsageException("Адрес базы начинается с jdbc:postgresql: — " + values.get("url"));
        }
    }
}
