package kz.zhospar.seal.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Restores a dump in plain SQL, as pg_dump writes it, without the programs of PostgreSQL. */
final class Dump {

    private static final int GZIP = 0x1f8b;
    private static final int BUFFER = 1 << 20;

    /** About roles and databases that are not here. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(?is)(grant|revoke|alter default privileges|(create|alter|drop) (role|user|database)|set role"
                    + "|set session authorization)\\b.*|alter .* owner to .*");

    /** What only guards or speeds up data; a dump of tampered data need not pass its own constraints. */
    private static final Pattern DISPENSABLE = Pattern.compile(
            "(?is)(set|comment|create (unique )?index|create (constraint )?trigger|create extension|create schema"
                    + "|create event trigger|create publication|select pg_catalog\\.set_config)\\b.*"
                    + "|alter table .* (add constraint|(dis|en)able (always |replica )?trigger) .*");

    private static final Pattern COPY = Pattern.compile("(?is)copy .* from stdin.*");

    private final Connection connection;
    private final PrintStream notes;
    private long line;

    Dump(Connection connection, PrintStream notes) {
        this.connection = connection;
        this.notes = notes;
    }

    /** @throws DumpException naming the line that cannot be restored */
    void restore(Path file) throws IOException, SQLException {
        connection.setAutoCommit(true);
        try (var reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8), BUFFER)) {
            var splitter = new SqlSplitter();
            for (var text = next(reader); text != null; text = next(reader)) {
                if (splitter.isBetweenStatements() && text.startsWith("\\")) {
                    // A command to psql, such as \restrict.
                    continue;
                }
                for (var statement : splitter.add(text + "\n")) {
                    execute(statement.strip(), reader);
                }
            }
            if (!splitter.isBetweenStatements()) {
                throw new DumpException("Копия обрывается на строке %d.".formatted(line));
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        in.mark(2);
        var magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP ? new GZIPInputStream(in, BUFFER) : in;
    }

    private @Nullable String next(BufferedReader reader) throws IOException {
        line++;
        return reader.readLine();
    }

    private void execute(String sql, BufferedReader reader) throws IOException {
        if (LEFT_OUT.matcher(sql).matches()) {
            return;
        }
        var at = line;
        try {
            if (COPY.matcher(sql).matches()) {
                copy(sql, reader);
                return;
            }
            try (var statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            }
        } catch (SQLException e) {
            var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            if (!DISPENSABLE.matcher(sql).matches()) {
                throw new DumpException("Копия не восстанавливается, строка %d: %s".formatted(at, reason), e);
            }
            notes.printf("Пропущено, строка %d: %s%n", at, reason);
        }
    }

    private void copy(String sql, BufferedReader reader) throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            var buffer = new ByteArrayOutputStream(BUFFER);
            for (var row = next(reader); row != null && !row.equals("\\."); row = next(reader)) {
                buffer.writeBytes(row.getBytes(StandardCharsets.UTF_8));
                buffer.write('\n');
                if (buffer.size() > BUFFER) {
                    copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                    buffer.reset();
                }
            }
            copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
