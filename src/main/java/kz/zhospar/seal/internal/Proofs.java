package kz.zhospar.seal.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.zhospar.common.Sql;
import kz.zhospar.seal.InclusionProof;
import kz.zhospar.seal.Merkle;
import kz.zhospar.seal.SealRecord;
import org.jspecify.annotations.Nullable;

/** Proves rows of sealed revisions, inside a transaction of the caller's. Each seal's tree is built once. */
final class Proofs {

    /** The tree of one seal, with the place of every leaf. */
    private record Tree(SealRecord seal, @Nullable String key, Map<String, Integer> places, Merkle.Paths paths) {}

    private final Connection connection;
    private final Map<Long, Tree> trees = new HashMap<>();

    Proofs(Connection connection) {
        this.connection = connection;
    }

    /** @param rowKey as in the leaf of the row; empty for the revision itself */
    Optional<InclusionProof> of(long revision, String name, String rowKey) throws SQLException {
        Sealer.settle(connection);
        var seal = seal(revision);
        var proofs = new ArrayList<InclusionProof>();
        for (var table : AuditTable.all(connection)) {
            if (seal.isPresent() && table.name().equals(name)) {
                var row = " and %s = %s".formatted(table.keyText(), AuditTable.literal(rowKey));
                prove(table, revision, row, tree(seal.get()), _ -> true, proofs);
            }
        }
        return proofs.stream().findFirst();
    }

    /** @param wanted tells by its canonical form whether a row is to be proved */
    List<InclusionProof> of(Collection<Long> revisions, Predicate<String> wanted) throws SQLException {
        Sealer.settle(connection);
        var tables = AuditTable.all(connection);
        var proofs = new ArrayList<InclusionProof>();
        for (long revision : revisions) {
            var seal = seal(revision);
            if (seal.isEmpty()) {
                continue;
            }
            var touched = touched(revision);
            for (var table : tables) {
                if (touched.contains(table.name())) {
                    prove(table, revision, "", tree(seal.get()), wanted, proofs);
                }
            }
        }
        return proofs;
    }

    private void prove(
            AuditTable table,
            long revision,
            String further,
            Tree tree,
            Predicate<String> wanted,
            List<InclusionProof> proofs)
            throws SQLException {
        var condition = Sql.quoted(table.revision()) + " = " + revision + further;
        try (var lines = Lines.of(connection, table.selectInOrder(condition))) {
            var form = new Form(table);
            for (var line = lines.next(); line != null; line = lines.next()) {
                form.read(line);
                var text = form.text();
                // A row that was slipped in later is in no seal, and cannot be proved.
                var place = tree.places.get(place(revision, table.name(), form.keyText()));
                if (place != null && wanted.test(text)) {
                    proofs.add(proof(text, place, tree));
                }
            }
        }
    }

    private static InclusionProof proof(String form, int place, Tree tree) {
        var hex = HexFormat.of();
        return new InclusionProof(
                form,
                hex.formatHex(Merkle.leaf(form.getBytes(StandardCharsets.UTF_8))),
                place,
                tree.places.size(),
                tree.paths.path(place).stream().map(hex::formatHex).toList(),
                tree.seal,
                tree.key);
    }

    private Optional<Long> seal(long revision) throws SQLException {
        return longs("select seal from seal_leaf where table_name = 'revision' and revision = " + revision).stream()
                .findFirst();
    }

    private List<Long> longs(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<Long>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }

    private Collection<String> touched(long revision) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select distinct table_name from seal_leaf where revision = " + revision)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Tree tree(long number) throws SQLException {
        var known = trees.get(number);
        if (known != null) {
            return known;
        }
        var seal = SealTable.find(connection, number).orElseThrow();
        var places = new HashMap<String, Integer>();
        var leaves = new ArrayList<byte[]>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select revision, table_name, row_key, hash from seal_leaf where seal = "
                                + number + " order by revision, table_name, row_key")) {
            while (rows.next()) {
                places.put(place(rows.getLong(1), rows.getString(2), rows.getString(3)), leaves.size());
                leaves.add(rows.getBytes(4));
            }
        }
        var tree = new Tree(seal, publicKey(seal), places, new Merkle.Paths(leaves));
        trees.put(number, tree);
        return tree;
    }

    @Nullable
    String publicKey(SealRecord seal) throws SQLException {
        return SealTable.keys(connection).stream()
                .filter(key -> key.id().equals(seal.keyId()) && key.isGenuine())
                .map(PublicKeyRecord::base64)
                .findFirst()
                .orElse(null);
    }

    private static String place(long revision, String table, String key) {
        return revision + "/" + table + "/" + key;
    }
}
