package kz.zhospar.backup.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.zhospar.common.Sha256;
import kz.zhospar.common.Sql;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Copies a database as one moment shows it, whatever others commit meanwhile. */
final class Backup {

    private final Connection connection;
    private final Catalogue catalogue;

    /** @param connection is used up */
    Backup(Connection connection) {
        this.connection = connection;
        this.catalogue = new Catalogue(connection);
    }

    /** Writes the copy, which appears under its name when it is whole, and which only its owner may read. */
    Manifest writeTo(Path file) throws IOException, SQLException {
        if (!catalogue.hasHistory()) {
            throw new BackupException("В этой базе нет данных Жоспара.");
        }
        var unfinished = Files.createTempFile(
                file.getParent(),
                "." + file.getFileName(),
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Manifest manifest;
            try (var out = Files.newOutputStream(unfinished)) {
                manifest = write(out);
            }
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest write(OutputStream out) throws IOException, SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var zip = new ZipOutputStream(out)) {
            Sql.settle(connection);
            var madeAt = now();
            var tables = new ArrayList<Manifest.Table>();
            for (var table : catalogue.tables().entrySet()) {
                tables.add(write(table.getKey(), table.getValue(), zip));
            }
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    madeAt.toInstant(),
                    catalogue.schemaVersion(),
                    tables,
                    // Those know no transactions: read last, they are at least where the rows are.
                    catalogue.sequences(),
                    seal());
            BackupFile.write(manifest, zip);
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    private Manifest.Table write(String name, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        var digest = Sha256.digest();
        var rows = 0L;
        zip.putNextEntry(new ZipEntry(new Manifest.Table(name, columns, 0, "").entry()));
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s) to stdout".formatted(Catalogue.quoted(columns), Sql.quoted(name)));
        try {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                digest.update(row);
                zip.write(row);
                rows++;
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        zip.closeEntry();
        return new Manifest.Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private OffsetDateTime now() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private Manifest.@Nullable Seal seal() throws SQLException {
        if (!catalogue.tables().containsKey("seal")) {
            return null; // a database of before there were seals
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select number, encode(hash, 'hex') from seal order by number desc limit 1")) {
            return row.next() ? new Manifest.Seal(row.getLong(1), row.getString(2)) : null;
        }
    }
}
