package kz.zhospar.backup;

import java.util.Arrays;
import java.util.List;
import kz.zhospar.backup.internal.BackupRun;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./zhospar backup} and {@code ./zhospar restore}, without the application. */
public final class BackupCommand {

    private static final List<String> NAMES = List.of(BackupRun.BACKUP, BackupRun.RESTORE);

    private BackupCommand() {}

    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** Returns the exit code: 0 when it is done, 1 when it was refused or failed, 2 when it was not understood. */
    public static int run(String... arguments) {
        // What libraries have to say is not meant for the person at the console.
        LoggingSystem.get(BackupCommand.class.getClassLoader()).setLogLevel("ROOT", LogLevel.ERROR);
        return new BackupRun(System.out, System.err, System.getenv())
                .run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
