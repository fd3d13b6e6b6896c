package kz.zhospar.backup.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kz.zhospar.seal.SealFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seal that a data folder published last. One that is newer than the copy is put aside: it says truly that records
 * are missing, and would say so at every verification.
 */
final class PublishedHead {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PublishedHead() {}

    static void setAside(Path folder, Manifest.@Nullable Seal restored, PrintStream out) throws IOException {
        var file = folder.resolve(SealFiles.HEAD);
        if (Files.notExists(file)) {
            return;
        }
        var number = JSON.readTree(Files.readAllBytes(file)).path("number").asLong(0);
        if (restored != null && number <= restored.number()) {
            return;
        }
        var aside = folder.resolve("seal-head-%d.json".formatted(number));
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        out.printf(
                "Печать № %d опубликована после копии; того, что под ней, в восстановленных данных нет. Она сохранена: %s%n",
                number, aside);
    }
}
