package kz.zhospar.backup.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.localdb.CommandLine;
import kz.zhospar.localdb.LocalDatabase;
import kz.zhospar.localdb.LocalStartException;
import kz.zhospar.seal.SealFiles;
import org.flywaydb.core.api.FlywayException;

/** One run of either command, told to the person at the console in Russian. */
public final class BackupRun {

    public static final String BACKUP = "backup";
    public static final String RESTORE = "restore";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final String USAGE = """
            Резервная копия всей базы данных одним файлом, также когда Жоспар работает:
              ./zhospar backup ФАЙЛ [--data=ПАПКА]
              ./zhospar backup ФАЙЛ --url=jdbc:postgresql:… --user=ВЛАДЕЛЕЦ   пароль — в PGPASSWORD
            Восстановление, когда Жоспар остановлен:
              ./zhospar restore ФАЙЛ [--data=ПАПКА | --url=… --user=…]
              … --replace          заменить данные, которые в базе уже есть
              … --despite-faults   восстановить, даже если проверка печатей нашла расхождения
            """;
    private static final Formats FORMATS = new Formats(Language.RU);

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    public BackupRun(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** Returns the exit code. */
    public int run(String command, String... arguments) {
        try {
            var options = BackupOptions.from(arguments);
            if (command.equals(BACKUP)) {
                backup(options);
            } else {
                restore(options);
            }
            return DONE;
        } catch (CommandLine.UsageException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return NOT_UNDERSTOOD;
        } catch (BackupException | LocalStartException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("Файл не читается или не записывается: " + e.getMessage());
        } catch (SQLException | FlywayException e) {
            err.println("База данных недоступна, не принимает данные или это не база Жоспара: " + e.getMessage());
        }
        return REFUSED;
    }

    private void backup(BackupOptions options) throws IOException, SQLException {
        if (Files.exists(options.file()) && !options.replace()) {
            throw new BackupException(
                    "Файл уже есть: %s. Чтобы заменить его, добавьте --replace.".formatted(options.file()));
        }
        if (!Files.isDirectory(options.file().getParent())) {
            throw new BackupException("Нет папки: " + options.file().getParent());
        }
        if (options.url() != null) {
            backup(options, ofAddress(options));
            return;
        }
        try (var database = new LocalDatabase(options.data())) {
            database.visit();
            backup(options, ofFolder(database));
        }
    }

    private void backup(BackupOptions options, Restore.Source source) throws IOException, SQLException {
        try (var connection = source.connect()) {
            tell("Копия записана", options.file(), new Backup(connection).writeTo(options.file()));
        }
        out.println("Ключ печатей и пароли в копию не входят: храните их отдельно.");
    }

    private void restore(BackupOptions options) throws IOException, SQLException {
        try (var file = BackupFile.open(options.file())) {
            // Before anything is begun.
            file.check();
            if (options.url() != null) {
                new Restore(ofAddress(options), file, out).run(options.replace(), options.despiteFaults());
            } else {
                restoreFolder(options, file);
            }
            tell("Восстановлено из копии", options.file(), file.manifest());
        }
    }

    private void restoreFolder(BackupOptions options, BackupFile file) throws IOException, SQLException {
        try (var database = new LocalDatabase(options.data())) {
            database.open();
            var source = ofFolder(database);
            new Restore(source, file, out).run(options.replace(), options.despiteFaults());
            try (var connection = source.connect()) {
                PublishedHead.setAside(options.data(), connection, out);
            }
        }
        if (file.manifest().seal() != null && Files.notExists(options.data().resolve(SealFiles.KEY))) {
            out.println("В папке нет ключа печатей. Если прежний ключ сохранён, положите его сюда до запуска: "
                    + options.data().resolve(SealFiles.KEY) + ". Иначе будет создан новый.");
        }
    }

    private Restore.Source ofAddress(BackupOptions options) {
        return new Restore.Source(
                Objects.requireNonNull(options.url()),
                Objects.requireNonNullElse(options.user(), ""),
                environment.getOrDefault("PGPASSWORD", ""),
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "zhospar_app"));
    }

    private static Restore.Source ofFolder(LocalDatabase database) {
        return new Restore.Source(database.url(), database.owner(), database.ownerPassword(), database.user());
    }

    private void tell(String what, Path file, Manifest manifest) {
        out.printf(
                "%s: %s%n  на %s; структура данных %s; таблиц %d, строк %s%n",
                what,
                file,
                FORMATS.exactMoment(manifest.madeAt()),
                manifest.schema(),
                manifest.tables().size(),
                FORMATS.number(manifest.rows()));
        var seal = manifest.seal();
        if (seal != null) {
            out.printf("  последняя печать: № %d, %s%n", seal.number(), seal.hash());
        }
    }
}
