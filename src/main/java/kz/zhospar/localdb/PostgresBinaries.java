package kz.zhospar.localdb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The programs of the PostgreSQL server, packed in the application for each platform. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** Unpacks the programs of this platform into a folder of their version, once, and returns that folder. */
    static Path unpackInto(Path folder) throws IOException {
        var archive = archiveOfThisPlatform();
        var target = folder.resolve(checksum(archive));
        if (Files.notExists(target)) {
            var unfinished = folder.resolve("unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target.toRealPath();
    }

    private static String archiveOfThisPlatform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        var arm = processor.equals("aarch64") || processor.equals("arm64");
        var archive = "/postgres-%s-%s.txz"
                .formatted(system.startsWith("mac") ? "darwin" : system, arm ? "arm_64" : "x86_64");
        if (PostgresBinaries.class.getResource(archive) == null) {
            throw new LocalStartException(
                    "Для этой системы (%s, %s) нет встроенной базы данных. Укажите свою: SPRING_DATASOURCE_URL."
                            .formatted(system, processor));
        }
        return archive;
    }

    private static String checksum(String archive) throws IOException {
        var sum = new CRC32();
        try (var in = open(archive)) {
            sum.update(in.readAllBytes());
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static InputStream open(String archive) throws IOException {
        var in = PostgresBinaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IOException("missing " + archive);
        }
        return in;
    }
}
