package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kz.zhospar.seal.SealRecord;

/** Seals and keys in their tables. */
final class SealTable {

    static final String SELECT =
            "select number, sealed_at, revisions, leaves, root, previous, hash, key_id, signature from seal ";

    private SealTable() {}

    static Optional<SealRecord> head(Connection connection) throws SQLException {
        return before(connection, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The newest seals with smaller numbers. */
    static List<SealRecord> before(Connection connection, long number, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "where number < ? order by number desc limit ?")) {
            statement.setLong(1, number);
            statement.setInt(2, limit);
            return read(statement.executeQuery());
        }
    }

    static Optional<SealRecord> find(Connection connection, long number) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + "where number = ?")) {
            statement.setLong(1, number);
            return read(statement.executeQuery()).stream().findFirst();
        }
    }

    private static List<SealRecord> read(ResultSet rows) throws SQLException {
        var seals = new ArrayList<SealRecord>();
        while (rows.next()) {
            seals.add(seal(rows));
        }
        return seals;
    }

    static SealRecord seal(ResultSet row) throws SQLException {
        var hex = HexFormat.of();
        var signature = row.getBytes(9);
        return new SealRecord(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getLong(3),
                row.getLong(4),
                hex.formatHex(row.getBytes(5)),
                hex.formatHex(row.getBytes(6)),
                hex.formatHex(row.getBytes(7)),
                row.getString(8),
                signature == null ? null : Base64.getEncoder().encodeToString(signature));
    }

    static void insert(Connection connection, SealRecord seal) throws SQLException {
        var hex = HexFormat.of();
        try (var statement = connection.prepareStatement("insert into seal values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, seal.number());
            statement.setObject(2, seal.sealedAt().atOffset(ZoneOffset.UTC));
            statement.setLong(3, seal.revisions());
            statement.setLong(4, seal.leaves());
            statement.setBytes(5, hex.parseHex(seal.root()));
            statement.setBytes(6, hex.parseHex(seal.previous()));
            statement.setBytes(7, hex.parseHex(seal.hash()));
            statement.setString(8, seal.keyId());
            statement.setBytes(
                    9, seal.signature() == null ? null : Base64.getDecoder().decode(seal.signature()));
            statement.execute();
        }
    }

    /** Keeps the public key beside the seals that it signed. */
    static void insert(Connection connection, PublicKeyRecord key) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into seal_key values (?, ?, clock_timestamp()) on conflict (id) do nothing")) {
            statement.setString(1, key.id());
            statement.setBytes(2, key.encoded());
            statement.execute();
        }
    }

    static List<PublicKeyRecord> keys(Connection connection) throws SQLException {
        var keys = new ArrayList<PublicKeyRecord>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, public_key from seal_key order by since")) {
            while (rows.next()) {
                keys.add(new PublicKeyRecord(rows.getString(1), rows.getBytes(2)));
            }
        }
        return keys;
    }
}
