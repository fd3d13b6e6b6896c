package kz.zhospar.backup.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kz.zhospar.common.Sha256;
import kz.zhospar.common.Sql;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A copy as a file: a zip archive with the rows of each table and a manifest. */
final class BackupFile implements AutoCloseable {

    private static final String MANIFEST = "manifest.json";
    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    static void write(Manifest manifest, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    /** @throws BackupException when it is no copy, or one of a later format */
    static BackupFile open(Path path) {
        try {
            var zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip, manifest(path, zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | JacksonException e) {
            throw new BackupException("Файл повреждён или не является резервной копией Жоспара: " + path, e);
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new BackupException("Файл не является резервной копией Жоспара: " + path);
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = JSON.readValue(in.readAllBytes(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupException("Копия сделана более новой версией Жоспара: " + path);
            }
            return manifest;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads everything once.
     *
     * @throws BackupException naming the first table that is not what was written
     */
    void check() {
        for (var table : manifest.tables()) {
            var digest = Sha256.digest();
            try (var in = new DigestInputStream(rows(table), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw damaged(table, e);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                throw damaged(table, null);
            }
        }
    }

    private BackupException damaged(Manifest.Table table, @Nullable Throwable cause) {
        var line = "Копия повреждена: таблица %s не такая, какой была записана. %s".formatted(table.name(), path);
        return cause == null ? new BackupException(line) : new BackupException(line, cause);
    }

    /** Adds the rows of a table. */
    void copy(Manifest.Table table, Connection connection) throws IOException, SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin"
                        .formatted(Sql.quoted(table.name()), Catalogue.quoted(table.columns())));
        try (var in = rows(table)) {
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copy.writeToCopy(buffer, 0, read);
            }
            if (copy.endCopy() != table.rows()) {
                throw damaged(table, null);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private InputStream rows(Manifest.Table table) throws IOException {
        var entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(table, null);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
