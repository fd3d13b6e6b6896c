package kz.zhospar.seal.internal;

import java.nio.file.Path;
import java.util.List;
import kz.zhospar.localdb.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * What the command is to verify.
 *
 * @param data a data folder; used where neither an address nor a dump is given
 * @param url the JDBC address of a database
 * @param dump a dump in plain SQL
 * @param head a file with a published head, or its hash
 */
record VerifyOptions(
        Path data,
        @Nullable String url,
        @Nullable String user,
        @Nullable Path dump,
        @Nullable String head) {

    /** @throws CommandLine.UsageException saying in one line what is wrong with the arguments */
    static VerifyOptions from(String... arguments) {
        var line = CommandLine.of(
                List.of("data", "url", "dump"),
                List.of("data", "url", "user", "dump", "head"),
                List.of(),
                List.of(arguments));
        line.files().findFirst().ifPresent(file -> {
            throw new CommandLine.UsageException("Непонятный параметр: " + file);
        });
        var dump = line.value("dump");
        return new VerifyOptions(
                line.data(), line.url(), line.user(), dump == null ? null : Path.of(dump), line.value("head"));
    }
}
