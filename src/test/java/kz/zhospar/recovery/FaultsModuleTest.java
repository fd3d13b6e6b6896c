package kz.zhospar.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.localdb.LocalDatabase;
import kz.zhospar.recovery.WritingLoad.Note;
import kz.zhospar.recovery.WritingLoad.Progress;
import kz.zhospar.seal.VerifyCommand;
import kz.zhospar.testing.JavaProcess;
import kz.zhospar.testing.Ports;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Application and database are killed under writing load, in the middle of an approval and at statements chosen by a fixed seed. Afterwards everything is
 * there that anybody was told was done, no request is done by half, and the plan is what its approved requests make it.
 *
 * <p>More faults by {@code -Dzhospar.faults=20}, of either kind.
 */
class FaultsModuleTest {

    private static final int DATABASE_FAULTS = Integer.getInteger("zhospar.faults", 3);
    private static final int APPLICATION_FAULTS = Integer.getInteger("zhospar.faults", 3);
    private static final long SEED = 20_261_122;
    private static final String ANY = "";
    /** Within an approval that applies a request: its values are written, what else belongs to it is not yet. */
    private static final String CHANGING_THE_PLAN = "insert into series_value_aud";

    private static final int KILLED = 128 + 9;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** The last thing that was told of each request. */
    private final Map<Long, Note> told = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    /** Counts the statements of the load, and stops counting when it is time for a fault. */
    public static final class Counter implements StatementInspector {
        static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

        @Override
        public String inspect(String sql) {
            LEFT.decrementAndGet();
            return sql;
        }
    }

    @Test
    void losesNothingWhenTheDatabaseIsRestartedUnderLoad() throws Exception {
        var moments = new Random(SEED);
        try (var database = new LocalDatabase(folder)) {
            database.open();
            try (var context = new SpringApplicationBuilder(ZhosparApplication.class)
                    .run(
                            "--server.port=0",
                            "--vaadin.productionMode=true",
                            "--spring.datasource.hikari.connection-timeout=1000",
                            "--spring.datasource.url=" + database.url(),
                            "--spring.datasource.username=" + database.user(),
                            "--spring.datasource.password=" + database.password(),
                            "--spring.flyway.user=" + database.owner(),
                            "--spring.flyway.password=" + database.ownerPassword(),
                            "--spring.jpa.properties.hibernate.session_factory.statement_inspector="
                                    + Counter.class.getName())) {
                var load = new WritingLoad(context, this::note);
                var threads = load.begin();
                for (var fault = 0; fault < DATABASE_FAULTS; fault++) {
                    awaitStatements(100 + moments.nextInt(500));
                    killABackend();
                }
                var before = told.size();
                awaitStatements(500);
                assertThat(told.size()).as("the load goes on").isGreaterThan(before);
                load.stop();
                for (var thread : threads) {
                    thread.join(LONGEST);
                    assertThat(thread.isAlive()).isFalse();
                }
                assertThat(load.outages()).as("the faults were felt").isPositive();
            }
            check(database, "database");
        }
    }

    @Test
    void losesNothingWhenTheApplicationIsKilledUnderLoad() throws Exception {
        var moments = new Random(SEED);
        run(CHANGING_THE_PLAN, 3, true);
        for (var fault = 1; fault < APPLICATION_FAULTS; fault++) {
            run(ANY, 50 + moments.nextInt(1500), moments.nextBoolean());
        }
        try (var database = new LocalDatabase(folder)) {
            database.open();
            check(database, "application");
        }
    }

    private void note(Note note) {
        told.put(note.request(), note);
    }

    private static void awaitStatements(long count) throws InterruptedException {
        Counter.LEFT.set(count);
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (Counter.LEFT.get() > 0) {
            assertThat(System.nanoTime()).as("the load stands still").isLessThan(deadline);
            Thread.sleep(2);
        }
    }

    /** The server then throws out everybody and recovers from its log, as after a crash of the machine. */
    private void killABackend() throws IOException, InterruptedException {
        var server = Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
        var backend = ProcessHandle.of(server)
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow()
                .pid();
        new ProcessBuilder("kill", "-9", String.valueOf(backend)).start().waitFor();
    }

    private void run(String counted, long statements, boolean withDatabase) throws IOException, InterruptedException {
        var process = JavaProcess.of(
                        WritingProcess.class,
                        List.of(
                                folder.toString(),
                                String.valueOf(Ports.free()),
                                counted,
                                String.valueOf(statements),
                                withDatabase ? WritingProcess.WITH_DATABASE : "alone"))
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        try (var output = process.inputReader()) {
            output.lines().forEach(line -> {
                said.append(line).append('\n');
                if (line.startsWith(WritingProcess.NOTE)) {
                    note(Note.parse(line.substring(WritingProcess.NOTE.length())));
                }
            });
        }
        assertThat(process.waitFor()).as(said::toString).isEqualTo(KILLED);
    }

    private void check(LocalDatabase database, String what) {
        var owner = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword()));
        assertThat(told).isNotEmpty();
        told.values().forEach(note -> check(owner, note));
        var approved = told.values().stream()
                .filter(note -> note.progress() == Progress.APPROVED)
                .count();
        System.out.printf("Faults of the %s: %d requests, %d of them approved%n", what, told.size(), approved);
        verify(database);
    }

    /** It has come as far as was told, or one step farther, of which nobody could be told any more. */
    private static void check(JdbcClient owner, Note note) {
        var progress = progress(owner, note.request());
        assertThat(progress.ordinal())
                .as("%s is %s", note, progress)
                .isBetween(
                        note.progress().ordinal(),
                        Math.min(note.progress().ordinal() + 1, Progress.APPROVED.ordinal()));
        assertThat(owner.sql("""
                        select count(*) from series_value
                        where item_id = :row::uuid and attribute = 'TARGET' and year in (:year, :year + 1)
                            and number = :request""")
                        .param("row", note.row())
                        .param("year", note.year())
                        .param("request", note.request())
                        .query(Long.class)
                        .single())
                .as("cells of %s in the plan", note)
                .isEqualTo(progress == Progress.APPROVED ? 2 : 0);
    }

    private static Progress progress(JdbcClient owner, long request) {
        return owner.sql("""
                        select r.state, (select count(*) from decision d where d.request_id = r.id) as decisions,
                            (select count(*) from proposed_change p where p.request_id = r.id) as changes
                        from change_request r where r.number = :request""")
                .param("request", request)
                .query((row, _) -> {
                    var decisions = row.getInt("decisions");
                    var changes = row.getInt("changes");
                    var progress = switch (row.getString("state")) {
                        case "DRAFT" -> changes == 0 ? Progress.OPENED : Progress.WRITTEN;
                        case "IN_REVIEW" -> decisions == 0 ? Progress.SUBMITTED : Progress.ACCEPTED;
                        case "APPROVED" -> Progress.APPROVED;
                        default -> throw new IllegalStateException(row.getString("state"));
                    };
                    assertThat(changes).as("changes of %d", request).isIn(0, 2);
                    assertThat(decisions)
                            .as("decisions on %d", request)
                            .isEqualTo(Math.max(0, progress.ordinal() - Progress.SUBMITTED.ordinal()));
                    return progress;
                })
                .single();
    }

    /** Seals, audit, live tables and the replay of the approved requests. */
    private static void verify(LocalDatabase database) {
        var said = new ByteArrayOutputStream();
        var console = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(VerifyCommand.run(
                        console,
                        console,
                        Map.of("PGPASSWORD", database.ownerPassword()),
                        "--url=" + database.url(),
                        "--user=" + database.owner()))
                .as(() -> said.toString(StandardCharsets.UTF_8))
                .isZero();
    }
}
