package kz.zhospar.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** The lines that a benchmark prints: ratios first, as they say more of the software than of the machine. */
record Report(Consumer<String> line) {

    void title(String text) {
        line.accept("");
        line.accept(text);
    }

    void row(String name, Duration time, double ratio, String against) {
        line.accept(String.format(Locale.ROOT, "  %-44s %10.1f ms  %6.2f x %s", name, millis(time), ratio, against));
    }

    void row(String name, Duration time) {
        line.accept(String.format(Locale.ROOT, "  %-44s %10.1f ms", name, millis(time)));
    }

    void text(String format, Object... values) {
        line.accept("  " + String.format(Locale.ROOT, format, values));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1_000_000.0;
    }
}
