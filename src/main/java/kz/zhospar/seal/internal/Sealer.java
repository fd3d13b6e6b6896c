package kz.zhospar.seal.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zhospar.common.Sql;
import kz.zhospar.seal.Merkle;
import kz.zhospar.seal.SealRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Makes one seal over revisions that have none, inside a transaction of the caller's that sees one state of the
 * database throughout. The number of statements does not grow with the number of rows.
 */
final class Sealer {

    /** More are left to the next seal, so that proving a row never reads a large tree. */
    static final int REVISIONS = 2000;

    /** So many numbers behind the last sealed one a revision may come late; any that is later still is found hourly. */
    private static final int LATE = 10_000;

    private static final int BUFFER = 4 << 20;

    private static final String UNSEALED = """
            select number from revision r
            where number > %s and not exists (
                select from seal_leaf l where l.table_name = 'revision' and l.revision = r.number)
            order by number limit %d""";

    private static final String RECENT =
            "coalesce((select max(revision) from seal_leaf where table_name = 'revision'), 0) - " + LATE;

    private final Connection connection;
    private final @Nullable SigningKey key;

    Sealer(Connection connection, @Nullable SigningKey key) {
        this.connection = connection;
        this.key = key;
    }

    /** Rows read alike, and many of them fast. */
    static void settle(Connection connection) throws SQLException {
        Sql.settle(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set local jit = off; set local work_mem = '64MB'");
        }
    }

    /**
     * Seals the first revisions that have no seal.
     *
     * @param everything whether to look through all revisions, however old
     */
    Optional<SealRecord> seal(boolean everything) throws SQLException {
        var revisions = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(UNSEALED.formatted(everything ? "0" : RECENT, REVISIONS))) {
            while (rows.next()) {
                revisions.add(rows.getLong(1));
            }
        }
        return revisions.isEmpty() ? Optional.empty() : Optional.of(seal(revisions));
    }

    SealRecord seal(List<Long> revisions) throws SQLException {
        settle(connection);
        var previous = SealTable.head(connection);
        var number = previous.map(SealRecord::number).orElse(0L) + 1;
        writeLeaves(number, revisions);
        var tree = tree(number);
        var seal = SealRecord.of(
                number,
                now(connection),
                revisions.size(),
                tree.size(),
                HexFormat.of().formatHex(tree.root()),
                previous.map(SealRecord::hash).orElse(SealRecord.NONE),
                key == null ? null : key.open().id());
        return write(seal);
    }

    private SealRecord write(SealRecord seal) throws SQLException {
        if (key == null) {
            SealTable.insert(connection, seal);
            return seal;
        }
        SealTable.insert(connection, key.open());
        var signed = seal.signed(key.sign(seal.text().getBytes(StandardCharsets.UTF_8)));
        SealTable.insert(connection, signed);
        return signed;
    }

    /** The clock of the database. */
    static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void writeLeaves(long seal, List<Long> revisions) throws SQLException {
        var list = revisions.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        var buffer = new ByteArrayOutputStream();
        for (var table : touched(list)) {
            var form = new Form(table);
            var label = ("\t" + table.name() + "\t").getBytes(StandardCharsets.UTF_8);
            try (var lines = Lines.of(connection, table.select(condition(table, list)))) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    form.read(line);
                    buffer.writeBytes((seal + "\t" + form.revision()).getBytes(StandardCharsets.US_ASCII));
                    buffer.writeBytes(label);
                    buffer.writeBytes(form.key());
                    buffer.writeBytes("\t\\\\x".getBytes(StandardCharsets.US_ASCII));
                    buffer.writeBytes(HexFormat.of().formatHex(form.hash()).getBytes(StandardCharsets.US_ASCII));
                    buffer.write('\n');
                }
            }
            if (buffer.size() > BUFFER) {
                send(buffer);
            }
        }
        send(buffer);
    }

    private void send(ByteArrayOutputStream buffer) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy seal_leaf (seal, revision, table_name, row_key, hash) from stdin");
        try {
            var bytes = buffer.toByteArray();
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        buffer.reset();
    }

    /** Most revisions touch few tables; one statement tells which. */
    private List<AuditTable> touched(String revisions) throws SQLException {
        var tables = AuditTable.all(connection);
        var query = tables.stream()
                .map(table -> "select %s where exists (select from %s where %s)"
                        .formatted(
                                AuditTable.literal(table.name()),
                                Sql.quoted(table.name()),
                                condition(table, revisions)))
                .collect(Collectors.joining(" union all "));
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return tables.stream().filter(table -> names.contains(table.name())).toList();
    }

    private static String condition(AuditTable table, String revisions) {
        return Sql.quoted(table.revision()) + " in " + revisions;
    }

    /** Read back in the order of the leaves, so that not all of them have to be held. */
    private Merkle.Tree tree(long seal) throws SQLException {
        var tree = new Merkle.Tree();
        var hash = new byte[Merkle.SIZE];
        var query = "select hash from seal_leaf where seal = %d order by revision, table_name, row_key".formatted(seal);
        try (var lines = Lines.of(connection, query)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                Lines.hash(line, line.length - 1 - 2 * Merkle.SIZE, hash);
                tree.add(hash);
            }
        }
        return tree;
    }
}
