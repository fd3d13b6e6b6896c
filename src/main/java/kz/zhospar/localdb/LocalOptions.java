package kz.zhospar.localdb;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a person may choose for the run on one machine. An argument {@code --port=} or {@code --data=} goes before the
 * system properties {@code zhospar.port} and {@code zhospar.data}.
 */
record LocalOptions(int port, Path data) {
    static LocalOptions from(String... args) {
        return new LocalOptions(
                port(option("port", System.getenv().getOrDefault("SERVER_PORT", "8080"), args)),
                Path.of(option("data", ".zhospar", args)).toAbsolutePath().normalize());
    }

    private static String option(String name, String otherwise, String... args) {
        var prefix = "--" + name + "=";
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(prefix))
                .map(arg -> arg.substring(prefix.length()))
                .findFirst()
                .orElseGet(() -> System.getProperty("zhospar." + name, otherwise));
    }

    private static int port(String value) {
        var port = number(value);
        if (port == null || port < 1 || port > 65535) {
            throw new LocalStartException("Порт должен быть числом от 1 до 65535, а не «%s».".formatted(value));
        }
        return port;
    }

    private static @Nullable Integer number(String value) {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
