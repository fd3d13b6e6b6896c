package kz.zhospar.seal.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kz.zhospar.seal.InclusionProof;
import kz.zhospar.seal.Merkle;
import kz.zhospar.seal.SealRecord;
import org.jspecify.annotations.Nullable;

/** Proves single rows, inside a transaction of the caller's. */
final class Proofs {

    private final Connection connection;

    Proofs(Connection connection) {
        this.connection = connection;
    }

    Optional<InclusionProof> proof(long revision, String name, String rowKey) throws SQLException {
        Sealer.settle(connection);
        var table = AuditTable.all(connection).stream()
                .filter(found -> found.name().equals(name))
                .findFirst();
        var number = seal(revision, name, rowKey);
        if (table.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        var form = form(table.get(), revision, rowKey);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        var seal = SealTable.find(connection, number.get());
        return seal.isEmpty() ? Optional.empty() : Optional.of(proof(form.get(), seal.get(), revision, name, rowKey));
    }

    private Optional<Long> seal(long revision, String table, String rowKey) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select seal from seal_leaf where table_name = ? and revision = ? and row_key = ?")) {
            statement.setString(1, table);
            statement.setLong(2, revision);
            statement.setString(3, rowKey);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private Optional<String> form(AuditTable table, long revision, String rowKey) throws SQLException {
        var condition = "%s = %d and %s = %s"
                .formatted(AuditTable.quote(table.revision()), revision, table.keyText(), AuditTable.literal(rowKey));
        try (var lines = Lines.of(connection, table.select(condition))) {
            var line = lines.next();
            if (line == null) {
                return Optional.empty();
            }
            var form = new Form(table);
            form.read(line);
            while (line != null) {
                line = lines.next();
            }
            return Optional.of(form.text());
        }
    }

    private InclusionProof proof(String form, SealRecord seal, long revision, String table, String rowKey)
            throws SQLException {
        var leaves = new ArrayList<byte[]>();
        int index = -1;
        try (var statement = connection.prepareStatement("""
                select hash, revision = ? and table_name = ? and row_key = ? from seal_leaf
                where seal = ? order by revision, table_name, row_key""")) {
            statement.setLong(1, revision);
            statement.setString(2, table);
            statement.setString(3, rowKey);
            statement.setLong(4, seal.number());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    index = rows.getBoolean(2) ? leaves.size() : index;
                    leaves.add(rows.getBytes(1));
                }
            }
        }
        return new InclusionProof(
                form,
                HexFormat.of().formatHex(Merkle.leaf(form.getBytes(StandardCharsets.UTF_8))),
                index,
                leaves.size(),
                hex(Merkle.path(leaves, index)),
                seal,
                publicKey(seal));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }

    @Nullable
    String publicKey(SealRecord seal) throws SQLException {
        return SealTable.keys(connection).stream()
                .filter(key -> key.id().equals(seal.keyId()) && key.isGenuine())
                .map(PublicKeyRecord::base64)
                .findFirst()
                .orElse(null);
    }
}
