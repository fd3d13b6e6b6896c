package kz.zhospar.common;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are read together and asked for one by one, as metrics are: read at most once in a while. Those that cannot
 * be read are no numbers, and are not tried again before the while is over.
 */
public final class Sampled<T> {

    private static final long WHILE = Duration.ofSeconds(10).toNanos();

    private final Supplier<T> reading;
    private @Nullable T value;
    private @Nullable Long readAt;

    public Sampled(Supplier<T> reading) {
        this.reading = reading;
    }

    public synchronized double get(ToDoubleFunction<T> figure) {
        var now = System.nanoTime();
        if (readAt == null || now - readAt > WHILE) {
            read();
            readAt = System.nanoTime();
        }
        return value == null ? Double.NaN : figure.applyAsDouble(value);
    }

    private void read() {
        value = null;
        try {
            value = reading.get();
        } catch (RuntimeException e) {
            // Whoever watches sees that there is no number; why there is none is logged where it matters.
        }
    }
}
