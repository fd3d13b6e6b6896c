package kz.zhospar.backup.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import kz.zhospar.seal.SealFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seal that a data folder published last. One that the restored data does not have is put aside: it says truly that
 * records are missing, and would say so at every verification until the next seal took its place.
 */
final class PublishedHead {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PublishedHead() {}

    static void setAside(Path folder, Connection restored, PrintStream out) throws IOException, SQLException {
        var file = folder.resolve(SealFiles.HEAD);
        if (Files.notExists(file)) {
            return;
        }
        var head = JSON.readTree(Files.readAllBytes(file));
        var number = head.path("number").asLong(0);
        if (has(restored, number, head.path("hash").asString(""))) {
            return;
        }
        var aside = free(folder, "seal-head-" + number);
        Files.move(file, aside);
        out.printf(
                "Печать № %d опубликована после копии; того, что под ней, в восстановленных данных нет. Она сохранена: %s%n",
                number, aside);
    }

    private static boolean has(Connection restored, long number, String hash) throws SQLException {
        try (var statement =
                restored.prepareStatement("select 1 from seal where number = ? and encode(hash, 'hex') = ?")) {
            statement.setLong(1, number);
            statement.setString(2, hash);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** What was put aside by an earlier restore may have the same number and prove other records. */
    private static Path free(Path folder, String name) {
        return Stream.iterate(1, count -> count + 1)
                .map(count -> folder.resolve(count == 1 ? name + ".json" : "%s-%d.json".formatted(name, count)))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }
}
