package kz.zhospar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code ./zhospar bench} runs; its name keeps it out of the normal tests. It asserts nothing: it prints ratios of one
 * run, in which everything that is compared was done in turn on the same machine.
 */
class Benchmark {

    private static final int WARMING = 3;
    private static final int VERIFICATIONS = 3;
    private static final int ROUNDS = Integer.getInteger("zhospar.bench.rounds", 15);

    @Test
    void run() {
        var report = new Report(System.out::println);
        var measurements = new Measurements(report, WARMING, ROUNDS);
        var installations = new ArrayList<Installation>();
        try {
            report.title("Histories of ten years");
            for (var rows : sizes()) {
                var installation = Installation.start();
                installations.add(installation);
                measurements.generate(installation, rows);
            }
            var sizes = Measurements.sized(installations);
            measurements.readings(sizes);
            measurements.verification(sizes.getLast(), VERIFICATIONS);
            var plain = Installation.startWithoutAudit();
            installations.add(plain);
            measurements.approvals(installations.getFirst(), plain);
        } finally {
            installations.forEach(Installation::close);
        }
    }

    private static List<Long> sizes() {
        return Stream.of(System.getProperty("zhospar.bench.rows", "10000,100000,1000000")
                        .split(","))
                .map(Long::valueOf)
                .sorted()
                .toList();
    }
}
