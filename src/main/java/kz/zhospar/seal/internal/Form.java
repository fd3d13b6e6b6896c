package kz.zhospar.seal.internal;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import kz.zhospar.seal.Merkle;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of the rows of one table, made from the lines of COPY: the name of the table and a line for every
 * column that is not null. So a column that is added later changes no form. One object serves row after row, because
 * millions of them are verified.
 */
final class Form {

    private final byte[] head;
    private final byte[][] names;
    private final int[] starts;
    private final int[] ends;
    private final int revisionColumn;
    private final int keyColumn;
    private final MessageDigest digest = sha256();
    private final byte[] hash = new byte[Merkle.SIZE];

    private byte[] line = new byte[0];
    private byte[] bytes = new byte[1024];
    private int length;

    Form(AuditTable table) {
        head = ("\0" + table.name() + "\n").getBytes(StandardCharsets.UTF_8);
        names = table.columns().stream()
                .map(column -> (column.name() + "\t").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        starts = new int[names.length];
        ends = new int[names.length];
        revisionColumn = table.indexOf(table.revision());
        keyColumn = table.key() == null ? -1 : table.indexOf(table.key());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes over a line with its line feed. */
    void read(byte[] line) {
        this.line = line;
        int start = 0;
        int column = 0;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\t' || line[i] == '\n') {
                starts[column] = start;
                ends[column++] = i;
                start = i + 1;
            }
        }
        if (column != names.length) {
            throw new IllegalStateException("%d columns instead of %d".formatted(column, names.length));
        }
        write(null, null);
    }

    /** Writes the form with another revision or key in place of the row's own. */
    private void write(byte @Nullable [] revision, byte @Nullable [] key) {
        length = 0;
        append(head, 0, head.length);
        for (int i = 0; i < names.length; i++) {
            var other = i == revisionColumn ? revision : i == keyColumn ? key : null;
            if (other != null) {
                append(names[i], 0, names[i].length);
                append(other, 0, other.length);
                end();
            } else if (!isNull(i)) {
                append(names[i], 0, names[i].length);
                append(line, starts[i], ends[i] - starts[i]);
                end();
            }
        }
    }

    private boolean isNull(int column) {
        return ends[column] - starts[column] == 2 && line[starts[column]] == '\\' && line[starts[column] + 1] == 'N';
    }

    private void append(byte[] from, int start, int count) {
        // Room for the line feed too.
        if (length + count >= bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + count + 1));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    private void end() {
        bytes[length++] = '\n';
    }

    /** The hash of the leaf; the same array is used for the next row. */
    byte[] hash() {
        digest.update(bytes, 0, length);
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        return hash;
    }

    /** Whether the row would have this hash under another revision and key. */
    boolean wouldBe(byte[] expected, long revision, byte[] key) {
        write(String.valueOf(revision).getBytes(StandardCharsets.US_ASCII), key);
        return Arrays.equals(hash(), expected);
    }

    /** Bytes that were hashed. */
    int length() {
        return length;
    }

    String text() {
        return new String(bytes, 1, length - 1, StandardCharsets.UTF_8);
    }

    long revision() {
        return Lines.number(line, starts[revisionColumn], ends[revisionColumn]);
    }

    /** The key as COPY writes it; empty for a revision. */
    byte[] key() {
        return keyColumn < 0 ? new byte[0] : Arrays.copyOfRange(line, starts[keyColumn], ends[keyColumn]);
    }

    String keyText() {
        return new String(key(), StandardCharsets.UTF_8);
    }

    /** Compares the key with a part of another line, byte by byte. */
    int compareKey(byte[] other, int from, int to) {
        return keyColumn < 0
                ? (from == to ? 0 : -1)
                : Arrays.compareUnsigned(line, starts[keyColumn], ends[keyColumn], other, from, to);
    }
}
