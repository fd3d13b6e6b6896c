package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import kz.zhospar.seal.Merkle;
import kz.zhospar.seal.Verification;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of each audit table against their leaves. Both are read in one order, so that they are merged and
 * nothing is held but what does not agree.
 */
final class RowCheck {

    private static final int TOLD = 20_000;

    private final Connection first;
    private final Connection second;
    private final LongConsumer progress;

    /** Revisions that have no leaf: committed after the last seal, so that their rows have none either. */
    private final Set<Long> unsealed = new HashSet<>();

    private final List<Suspect> suspects = new ArrayList<>();
    private final byte[] sealed = new byte[Merkle.SIZE];
    private long uncounted;
    private long rows;
    private long bytes;

    RowCheck(Connection first, Connection second, LongConsumer progress) {
        this.first = first;
        this.second = second;
        this.progress = progress;
    }

    /** Revisions come first, because they tell which rows need no leaf. */
    void check(AuditTable table) throws SQLException {
        var form = new Form(table);
        var ofLeaves = "select revision, row_key, hash from seal_leaf where table_name = %s order by revision, row_key"
                .formatted(AuditTable.literal(table.name()));
        try (var found = Lines.of(first, table.selectInOrder("true"));
                var leaves = Lines.of(second, ofLeaves)) {
            var line = next(found, form);
            var leaf = leaves.next();
            while (line != null || leaf != null) {
                var order = order(form, line, leaf);
                if (order == 0) {
                    compare(table, form, line, leaf);
                } else if (order < 0) {
                    withoutLeaf(table, form, line);
                } else {
                    withoutRow(table, leaf);
                }
                // In this order: the form still holds the line until the next one is read.
                if (order >= 0) {
                    leaf = leaves.next();
                }
                if (order <= 0) {
                    line = next(found, form);
                }
            }
        }
    }

    /** Leaves of a table that is not there. */
    void missing(AuditTable table) throws SQLException {
        try (var leaves = Lines.of(
                second,
                "select revision, row_key, hash from seal_leaf where table_name = "
                        + AuditTable.literal(table.name()))) {
            for (var leaf = leaves.next(); leaf != null; leaf = leaves.next()) {
                withoutRow(table, leaf);
            }
        }
    }

    private byte @Nullable [] next(Lines found, Form form) throws SQLException {
        var line = found.next();
        if (line != null) {
            form.read(line);
            rows++;
            bytes += form.length();
            if (rows % TOLD == 0) {
                progress.accept(rows);
            }
        }
        return line;
    }

    private static int order(Form form, byte @Nullable [] line, byte @Nullable [] leaf) {
        if (line == null || leaf == null) {
            return line == null ? 1 : -1;
        }
        int end = tab(leaf, 0);
        int order = Long.compare(form.revision(), Lines.number(leaf, 0, end));
        return order != 0 ? order : form.compareKey(leaf, end + 1, keyEnd(leaf));
    }

    private static int tab(byte[] leaf, int from) {
        int i = from;
        while (leaf[i] != '\t') {
            i++;
        }
        return i;
    }

    /** A tab, {@code \\x}, the digits and a line feed follow the key. */
    private static int keyEnd(byte[] leaf) {
        return leaf.length - 2 * Merkle.SIZE - 5;
    }

    private void compare(AuditTable table, Form form, byte[] line, byte[] leaf) {
        Lines.hash(leaf, leaf.length - 1 - 2 * Merkle.SIZE, sealed);
        var hash = form.hash();
        if (!Arrays.equals(hash, sealed)) {
            suspect(new Suspect(table, form.revision(), form.key(), sealed.clone(), line, hash.clone()));
        }
    }

    private void withoutLeaf(AuditTable table, Form form, byte[] line) {
        var revision = form.revision();
        if (table.key() == null) {
            unsealed.add(revision);
        } else if (!unsealed.contains(revision)) {
            suspect(new Suspect(
                    table, revision, form.key(), null, line, form.hash().clone()));
        }
    }

    private void withoutRow(AuditTable table, byte[] leaf) {
        Lines.hash(leaf, leaf.length - 1 - 2 * Merkle.SIZE, sealed);
        int end = tab(leaf, 0);
        suspect(new Suspect(
                table,
                Lines.number(leaf, 0, end),
                Arrays.copyOfRange(leaf, end + 1, keyEnd(leaf)),
                sealed.clone(),
                null,
                null));
    }

    private void suspect(Suspect suspect) {
        if (suspects.size() < Verification.SHOWN) {
            suspects.add(suspect);
        } else {
            uncounted++;
        }
    }

    List<Suspect> suspects() {
        return suspects;
    }

    /** Rows that disagree beyond those that are held. */
    long uncounted() {
        return uncounted;
    }

    Set<Long> unsealed() {
        return unsealed;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }
}
