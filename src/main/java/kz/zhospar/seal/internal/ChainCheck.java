package kz.zhospar.seal.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.Merkle;
import kz.zhospar.seal.SealRecord;
import org.jspecify.annotations.Nullable;

/**
 * Holds the seals together: each with the one before, with its leaves, with its signature, and with what is known
 * outside. Seals and leaves are read side by side in the order of their numbers.
 */
final class ChainCheck {

    private static final int FETCHED = 1000;
    private static final int NAMED_GAPS = 1000;

    private final Connection seals;
    private final Connection leaves;
    private final Outside outside;
    private final Faults faults;
    private final Map<String, PublicKeyRecord> keys = new HashMap<>();

    /** Seals whose leaves do not give their root. */
    private final SortedSet<Long> doubtful = new TreeSet<>();

    private final byte[] hash = new byte[Merkle.SIZE];
    private byte @Nullable [] leaf;
    private @Nullable SealRecord head;
    private boolean headFound;
    private long count;

    ChainCheck(Connection seals, Connection leaves, Outside outside, Faults faults) {
        this.seals = seals;
        this.leaves = leaves;
        this.outside = outside;
        this.faults = faults;
    }

    void run() throws SQLException {
        for (var key : SealTable.keys(leaves)) {
            if (key.isGenuine()) {
                keys.put(key.id(), key);
            }
        }
        outside.known().forEach(key -> keys.put(key.id(), key));
        try (var statement = seals.createStatement();
                var lines = Lines.of(
                        leaves,
                        "select seal, table_name = 'revision', hash from seal_leaf"
                                + " order by seal, revision, table_name, row_key")) {
            statement.setFetchSize(FETCHED);
            leaf = lines.next();
            try (var rows = statement.executeQuery(SealTable.SELECT + "order by number")) {
                read(rows, lines);
            }
            while (leaf != null) {
                passOver(Long.MAX_VALUE, lines);
            }
        }
        checkHead();
    }

    private void read(ResultSet rows, Lines lines) throws SQLException {
        while (rows.next()) {
            var seal = SealTable.seal(rows);
            link(seal);
            passOver(seal.number(), lines);
            checkLeaves(seal, lines);
            checkSignature(seal);
            headFound |= seal.hash().equals(outside.head());
            head = seal;
            count++;
        }
    }

    /** What a seal says of the one before. */
    private void link(SealRecord seal) {
        var number = head == null ? 0 : head.number();
        for (var missing = number + 1; missing < seal.number() && missing <= number + NAMED_GAPS; missing++) {
            faults.seal(Fault.Kind.SEAL_REMOVED, missing);
        }
        if (!seal.isWhole()) {
            faults.seal(Fault.Kind.SEAL_ALTERED, seal.number());
        }
        if (seal.number() == number + 1) {
            var previous = head == null ? SealRecord.NONE : head.hash();
            if (!seal.previous().equals(previous)) {
                // Whoever makes a seal anew cannot change what the next one has noted of it.
                faults.seal(Fault.Kind.SEAL_ALTERED, Math.max(number, 1));
            }
        }
    }

    /** Leaves of seals that are not there. */
    private void passOver(long number, Lines lines) throws SQLException {
        while (leaf != null && seal(leaf) < number) {
            faults.seal(Fault.Kind.SEAL_REMOVED, seal(leaf));
            var gone = seal(leaf);
            while (leaf != null && seal(leaf) == gone) {
                leaf = lines.next();
            }
        }
    }

    private void checkLeaves(SealRecord seal, Lines lines) throws SQLException {
        var tree = new Merkle.Tree();
        long revisions = 0;
        for (; leaf != null && seal(leaf) == seal.number(); leaf = lines.next()) {
            int end = end(leaf);
            if (leaf[end + 1] == 't') {
                revisions++;
            }
            Lines.hash(leaf, leaf.length - 1 - 2 * Merkle.SIZE, hash);
            tree.add(hash);
        }
        if (tree.size() != seal.leaves()
                || revisions != seal.revisions()
                || !HexFormat.of().formatHex(tree.root()).equals(seal.root())) {
            doubtful.add(seal.number());
        }
    }

    private static int end(byte[] leaf) {
        int end = 0;
        while (leaf[end] != '\t') {
            end++;
        }
        return end;
    }

    private static long seal(byte[] leaf) {
        return Lines.number(leaf, 0, end(leaf));
    }

    private void checkSignature(SealRecord seal) {
        if (seal.keyId() == null) {
            // Once seals are signed, one without a signature stands out.
            if (seal.signature() != null || head != null && head.keyId() != null) {
                faults.seal(Fault.Kind.SIGNATURE, seal.number());
            }
            return;
        }
        var key = keys.get(seal.keyId());
        if (key == null || !key.verifies(seal.text().getBytes(StandardCharsets.UTF_8), seal.signature())) {
            faults.seal(Fault.Kind.SIGNATURE, seal.number());
        }
    }

    private void checkHead() {
        if (outside.head() != null && !headFound) {
            faults.add(new Fault(
                    Fault.Kind.HEAD_MISSING,
                    Fault.SEAL,
                    0,
                    outside.number() == null ? outside.head() : String.valueOf(outside.number())));
        }
        // The newest seal vouches for all before it.
        if (head != null && !outside.keys().isEmpty() && !isSignedBy(head, outside.keys())) {
            faults.seal(Fault.Kind.SIGNATURE, head.number());
        }
    }

    private static boolean isSignedBy(SealRecord seal, Set<String> keys) {
        return seal.keyId() != null && keys.contains(seal.keyId());
    }

    @Nullable
    SealRecord head() {
        return head;
    }

    long count() {
        return count;
    }

    SortedSet<Long> doubtful() {
        return doubtful;
    }
}
