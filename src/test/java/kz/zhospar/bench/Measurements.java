package kz.zhospar.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the benchmark measures; the installations are given, and are changed by it. */
record Measurements(Report report, int warming, int rounds) {

    private static final int SEED = 7;

    /** A generated history of ten years and what is asked of it. */
    record Sized(String name, Installation installation, HistoryGenerator generator, Readings readings) {

        static Sized of(Installation installation) {
            var generator = new HistoryGenerator(installation.context());
            var name = String.format(Locale.ROOT, "%,d", generator.rows());
            return new Sized(name, installation, generator, new Readings(installation, generator, SEED));
        }
    }

    void generate(Installation installation, long rows) {
        var began = System.nanoTime();
        var generator = new HistoryGenerator(installation.context());
        var now = Instant.now();
        generator.begunAt(now.minus(Duration.ofDays(3652)));
        var made = generator.fill(rows, now.minus(Duration.ofDays(1)), SEED);
        var time = Duration.ofNanos(System.nanoTime() - began);
        report.text(
                "%,d audit rows over %d tables in %.1f s",
                made, generator.tables().size(), time.toMillis() / 1000.0);
    }

    /** A set of a hundred changes: Envers against nothing and against JaVers, on the same code and the same rows. */
    void approvals(Installation audited, Installation plain) {
        var javers = new JaversAudit(plain);
        var ways = new LinkedHashMap<String, Approvals>();
        ways.put("without audit", new Approvals(plain, false, _ -> {}));
        ways.put("with full audit", new Approvals(audited, true, _ -> {}));
        ways.put("JaVers, one commit", new Approvals(plain, false, javers::commitTogether));
        ways.put("JaVers, a commit for each row", new Approvals(plain, false, javers::commitEach));
        report.title("Approving a set of 100 changes, the last decision with everything that it does");
        race(ways, Approvals::approval);
        report.title("The same 100 rows of the plan written in one transaction, without a request");
        race(ways, Approvals::writes);
    }

    private void race(Map<String, Approvals> ways, Function<Approvals, Race.Runner> runner) {
        var race = new Race();
        ways.forEach((name, way) -> race.with(name, runner.apply(way)));
        race.run(warming, rounds);
        ways.keySet()
                .forEach(name ->
                        report.row(name, race.median(name), race.ratio(name, "without audit"), "without audit"));
        report.text("full audit / JaVers, one commit: %.2f", race.ratio("with full audit", "JaVers, one commit"));
    }

    /** What should cost the same however long the history is. */
    void readings(List<Sized> sizes) {
        var asked = new LinkedHashMap<String, Consumer<Readings>>();
        asked.put("current plan from its tables", Readings::current);
        asked.put("plan as of a random past date", Readings::asOf);
        asked.put("history of one value", Readings::historyOfAValue);
        asked.put("first page of the log", Readings::firstPageOfTheLog);
        asked.put("comparison of two dates", Readings::comparison);
        var race = new Race();
        asked.forEach((question, reading) ->
                sizes.forEach(size -> race.with(key(question, size), () -> reading.accept(size.readings()))));
        race.run(warming, rounds);
        asked.forEach((question, reading) -> {
            report.title(question);
            for (var size : sizes) {
                var key = key(question, size);
                report.row(
                        size.name() + " rows",
                        race.median(key),
                        race.ratio(key, key(question, sizes.getFirst())),
                        "the smallest");
                report.text(
                        "%44s %10d pages looked at",
                        "", new Pages(size.installation(), false).during(() -> reading.accept(size.readings())));
            }
        });
        report.title("plan as of a random past date against the current plan from its tables");
        for (var size : sizes) {
            report.text(
                    "%-44s %.2f x",
                    size.name() + " rows",
                    race.ratio(key("plan as of a random past date", size), key("current plan from its tables", size)));
        }
    }

    /** Each row is read, brought into its canonical form, hashed and held against its seal. */
    void verification(Sized size, int rounds) {
        report.title("Verification of " + size.name() + " audit rows");
        var sealing = new Sealing(size.installation());
        report.row("sealing them", sealing.seal());
        for (int round = -1; round < rounds; round++) {
            var found = sealing.verify();
            var counts = found.counts();
            var hash = Sealing.hash(counts.rows(), counts.bytes());
            if (round < 0) {
                report.text(
                        "%,d rows with revisions, %,d bytes, %d seals, %d faults",
                        counts.rows(), counts.bytes(), counts.seals(), found.found());
                report.row("  live tables against the audit", counts.liveTime());
                report.row("  requests applied again: " + counts.replayed(), counts.replayTime());
            } else {
                report.row(
                        "rows against their seals",
                        counts.sealTime(),
                        (double) counts.sealTime().toNanos() / hash.toNanos(),
                        "SHA-256 of the same bytes");
                report.text(
                        "%,.0f rows in a second",
                        counts.rows() * 1e9 / counts.sealTime().toNanos());
            }
        }
    }

    private static String key(String question, Sized size) {
        return question + "/" + size.name();
    }

    static List<Sized> sized(List<Installation> installations) {
        var sizes = new ArrayList<Sized>();
        installations.forEach(installation -> sizes.add(Sized.of(installation)));
        return sizes;
    }
}
