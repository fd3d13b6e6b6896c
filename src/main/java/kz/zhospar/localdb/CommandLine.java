package kz.zhospar.localdb;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody has asked of a command that works on a database: files, flags, and values as {@code --name=value}. */
public final class CommandLine {

    private final Set<String> files = new LinkedHashSet<>();
    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    /** Says in one line what is wrong with the arguments. */
    public static final class UsageException extends RuntimeException {
        public UsageException(String line) {
            super(line);
        }
    }

    /**
     * @param sources names of values of which only one may say where the data is
     * @throws UsageException when something is not understood, or contradicts something else
     */
    public static CommandLine of(
            List<String> sources, List<String> values, List<String> flags, List<String> arguments) {
        var line = new CommandLine();
        for (var argument : arguments) {
            line.take(argument, values, flags);
        }
        line.check(sources);
        return line;
    }

    private void take(String argument, List<String> known, List<String> knownFlags) {
        var parts = argument.split("=", 2);
        var name = parts[0].replaceFirst("^--", "");
        if (!argument.startsWith("--")) {
            files.add(argument);
        } else if (parts.length == 1 && knownFlags.contains(name)) {
            flags.add(name);
        } else if (parts.length == 2 && !parts[1].isBlank() && known.contains(name)) {
            values.put(name, parts[1]);
        } else {
            throw new UsageException("Непонятный параметр: " + argument);
        }
    }

    private void check(List<String> sources) {
        var given = sources.stream().filter(values::containsKey).toList();
        if (given.size() > 1) {
            throw new UsageException("Укажите что-то одно: --" + String.join(" или --", given));
        }
        var url = url();
        if (user() != null && url == null) {
            throw new UsageException("--user указывается вместе с --url");
        }
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new UsageException("Адрес базы начинается с jdbc:postgresql: — " + url);
        }
    }

    public Stream<String> files() {
        return files.stream();
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public @Nullable String value(String name) {
        return values.get(name);
    }

    /** The data folder; used where no address is given. */
    public Path data() {
        return Path.of(values.getOrDefault("data", System.getProperty("zhospar.data", ".zhospar")))
                .toAbsolutePath()
                .normalize();
    }

    /** The JDBC address of a database. */
    public @Nullable String url() {
        return value("url");
    }

    public @Nullable String user() {
        return value("user");
    }
}
