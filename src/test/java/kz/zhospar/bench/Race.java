package kz.zhospar.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times pieces of work against each other. They are done in turn, round by round, so that whatever else the machine does
 * meets all of them alike; of each the median counts.
 */
final class Race {

    private final Map<String, Runner> runners = new LinkedHashMap<>();
    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    /** A piece of work with what has to be made ready for it, which is not timed. */
    interface Runner {
        default void prepare() {}

        void run();
    }

    Race with(String name, Runner runner) {
        runners.put(name, runner);
        times.put(name, new ArrayList<>());
        return this;
    }

    /** @param warming rounds that do not count */
    Race run(int warming, int rounds) {
        for (int round = -warming; round < rounds; round++) {
            var order = new ArrayList<>(runners.keySet());
            Collections.rotate(order, round);
            for (var name : order) {
                var time = time(runners.get(name));
                if (round >= 0) {
                    times.get(name).add(time);
                }
            }
        }
        return this;
    }

    private static long time(Runner runner) {
        runner.prepare();
        var began = System.nanoTime();
        runner.run();
        return System.nanoTime() - began;
    }

    Duration median(String name) {
        var sorted = times.get(name).stream().sorted().toList();
        var middle = sorted.size() / 2;
        return Duration.ofNanos(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    double ratio(String one, String other) {
        return (double) median(one).toNanos() / median(other).toNanos();
    }
}
