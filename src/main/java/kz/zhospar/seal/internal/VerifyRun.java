package kz.zhospar.seal.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.zhospar.audit.PlanReplay;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.localdb.CommandLine;
import kz.zhospar.localdb.LocalDatabase;
import kz.zhospar.localdb.LocalStartException;
import kz.zhospar.seal.SealFiles;
import kz.zhospar.seal.SealRecord;
import kz.zhospar.seal.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** One run of the command, told to the person at the console in Russian. */
public final class VerifyRun {

    private static final int CLEAN = 0;
    private static final int FAULTS = 1;
    private static final int UNKNOWN = 2;

    private static final String USAGE = """
            Проверка печатей, журнала и плана:
              ./zhospar verify [--data=ПАПКА]                    базы в папке данных, также когда Жоспар работает
              ./zhospar verify --url=jdbc:postgresql:… [--user=…] другой базы; пароль — в PGPASSWORD
              ./zhospar verify --dump=ФАЙЛ                       копии базы (pg_dump в виде SQL, также .gz)
              … --head=ФАЙЛ|ХЕШ   сверить с печатью, которая хранится отдельно (seal-head.json)
            """;

    private static final Formats FORMATS = new Formats(Language.RU);

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    public VerifyRun(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** Returns the exit code. */
    public int run(String... arguments) {
        try {
            var options = VerifyOptions.from(arguments);
            return verify(options, outside(options));
        } catch (CommandLine.UsageException e) {
            err.println(e.getMessage());
            err.print(USAGE);
        } catch (LocalStartException | DumpException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("Не читается файл: " + e.getMessage());
        } catch (SQLException e) {
            err.println("База данных недоступна или это не база Жоспара: " + e.getMessage());
        }
        return UNKNOWN;
    }

    private static Outside outside(VerifyOptions options) throws IOException {
        var head = options.head();
        if (head == null) {
            return options.url() == null && options.dump() == null ? ofFolder(options.data()) : Outside.NOTHING;
        }
        if (head.matches("[0-9a-fA-F]{64}")) {
            return new Outside(head.toLowerCase(Locale.ROOT), null, List.of());
        }
        return HeadFile.outside(Optional.of(HeadFile.read(Path.of(head))), Optional.empty());
    }

    /** The folder keeps the head that was published last, and the key. */
    private static Outside ofFolder(Path folder) throws IOException {
        var key = folder.resolve(SealFiles.KEY);
        return HeadFile.outside(
                HeadFile.find(folder),
                Files.exists(key) ? Optional.of(SigningKey.from(key.toString()).open()) : Optional.empty());
    }

    private int verify(VerifyOptions options, Outside outside) throws IOException, SQLException {
        if (options.dump() != null) {
            return verifyDump(options.dump(), outside);
        }
        if (options.url() != null) {
            return verify(options.url(), options.user(), environment.get("PGPASSWORD"), outside);
        }
        try (var database = new LocalDatabase(options.data())) {
            database.visit();
            return verify(database.url(), database.owner(), database.ownerPassword(), outside);
        }
    }

    /** A dump is restored into a server of its own, which is thrown away. */
    private int verifyDump(Path dump, Outside outside) throws IOException, SQLException {
        if (!Files.isReadable(dump)) {
            throw new DumpException("Нет файла: " + dump);
        }
        var folder = Files.createTempDirectory("zhospar-verify");
        try (var database = new LocalDatabase(folder)) {
            database.open();
            out.println("Копия восстанавливается: " + dump);
            try (var connection =
                    DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword())) {
                new Dump(connection, err).restore(dump);
            }
            return verify(database.url(), database.owner(), database.ownerPassword(), outside);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private int verify(String url, @Nullable String user, @Nullable String password, Outside outside)
            throws SQLException {
        try (var first = DriverManager.getConnection(url, user, password);
                var second = DriverManager.getConnection(url, user, password)) {
            if (!hasSeals(first)) {
                throw new DumpException("В этой базе нет печатей Жоспара.");
            }
            var verification = new Verifier(first, second, outside, _ -> {}).verify(PlanReplay.withoutApplication());
            tell(verification, SealTable.head(first), outside);
            return verification.isClean() ? CLEAN : FAULTS;
        }
    }

    private static boolean hasSeals(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('seal') is not null"
                        + " and to_regclass('seal_leaf') is not null and to_regclass('revision') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void tell(Verification verification, Optional<SealRecord> head, Outside outside) {
        tellCounts(verification.counts());
        head.ifPresentOrElse(
                seal -> out.printf(
                        "Последняя печать: № %d от %s%n  %s%n  %s%n",
                        seal.number(),
                        FORMATS.exactMoment(seal.sealedAt()),
                        seal.hash(),
                        seal.keyId() == null ? "не подписана" : "ключ " + seal.keyId()),
                () -> out.println("Печатей ещё нет."));
        out.println(
                outside.head() == null
                        ? "Сверить не с чем: печать, хранящаяся отдельно, не указана (--head), поэтому удаление самых"
                                + " новых записей вместе с печатями не обнаружить."
                        : "Сверено с печатью, хранящейся отдельно: " + outside.head());
        verification.faults().forEach(fault -> out.println("  " + FaultWords.of(fault, Language.RU)));
        if (verification.found() > verification.faults().size()) {
            out.printf(
                    "  … и ещё %s%n",
                    FORMATS.number(verification.found() - verification.faults().size()));
        }
        out.println(
                verification.isClean()
                        ? "Расхождений нет."
                        : "Расхождений: " + FORMATS.number(verification.found()) + ".");
    }

    private void tellCounts(Verification.Counts counts) {
        out.printf(
                "Проверено: печатей %s, строк журнала %s, строк таблиц %s, применённых запросов %s; %.1f с.%n",
                FORMATS.number(counts.seals()),
                FORMATS.number(counts.rows()),
                FORMATS.number(counts.live()),
                FORMATS.number(counts.replayed()),
                counts.sealTime()
                                .plus(counts.liveTime())
                                .plus(counts.replayTime())
                                .toMillis()
                        / 1000.0);
        if (counts.unsealed() > 0) {
            out.printf("Ещё без печати записей журнала: %s.%n", FORMATS.number(counts.unsealed()));
        }
    }
}
