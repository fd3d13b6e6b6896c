package kz.zhospar.backup.internal;

import java.nio.file.Path;
import java.util.List;
import kz.zhospar.localdb.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * What is to be copied or put back.
 *
 * @param file the copy
 * @param data a data folder; used where no address is given
 * @param url the JDBC address of a database
 * @param replace whether what is already there may be replaced
 * @param despiteFaults whether data is put back that does not verify
 */
record BackupOptions(
        Path file,
        Path data,
        @Nullable String url,
        @Nullable String user,
        boolean replace,
        boolean despiteFaults) {

    private static final String REPLACE = "replace";
    private static final String DESPITE_FAULTS = "despite-faults";

    /** @throws CommandLine.UsageException saying in one line what is wrong with the arguments */
    static BackupOptions from(String... arguments) {
        var line = CommandLine.of(
                List.of("url", "data"),
                List.of("data", "url", "user"),
                List.of(REPLACE, DESPITE_FAULTS),
                List.of(arguments));
        var files = line.files().toList();
        if (files.size() != 1) {
            throw new CommandLine.UsageException("Укажите один файл резервной копии.");
        }
        return new BackupOptions(
                Path.of(files.getFirst()).toAbsolutePath().normalize(),
                line.data(),
                line.url(),
                line.user(),
                line.has(REPLACE),
                line.has(DESPITE_FAULTS));
    }
}
