package kz.zhospar.seal;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Hash trees as in RFC 6962, section 2.1, over SHA-256: a leaf is hashed behind a zero byte and a node behind a one, and
 * n leaves are split at the largest power of two below n. A single leaf is proved by the hashes beside its way up.
 */
public final class Merkle {

    /** Bytes of a hash. */
    public static final int SIZE = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** The hash of a leaf with this content. */
    public static byte[] leaf(byte[] content) {
        var digest = sha256();
        digest.update(LEAF);
        return digest.digest(content);
    }

    public static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root over hashes of leaves, in their order; over none it is the hash of nothing. */
    public static byte[] root(List<byte[]> leaves) {
        var tree = new Tree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** The hashes beside the way from a leaf to the root, the lowest first. */
    public static List<byte[]> path(List<byte[]> leaves, int index) {
        return new Paths(leaves).path(index);
    }

    /**
     * The root that a leaf and its path lead to; whoever knows the true root compares.
     *
     * @throws IllegalArgumentException when there is no such leaf in a tree of this size or the path is not of its length
     */
    public static byte[] rootFrom(byte[] leaf, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf %d of %d".formatted(index, size));
        }
        var hash = leaf;
        var position = index;
        var last = size - 1;
        for (var beside : path) {
            if (last == 0) {
                throw new IllegalArgumentException("The path is too long");
            }
            if ((position & 1) == 1 || position == last) {
                hash = node(beside, hash);
                // A last node without a partner rises until it meets one.
                while ((position & 1) == 0 && position != 0) {
                    position >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            position >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("The path is too short");
        }
        return hash;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A tree that grows leaf by leaf and keeps one hash for each level only. */
    public static final class Tree {

        private final MessageDigest digest = sha256();
        private final byte[][] levels = new byte[Long.SIZE][SIZE];
        private final byte[] carried = new byte[SIZE];
        private long size;

        public long size() {
            return size;
        }

        /** Takes over the hash of the next leaf. */
        public void add(byte[] leaf) {
            System.arraycopy(leaf, 0, carried, 0, SIZE);
            int level = 0;
            for (; (size >> level & 1) == 1; level++) {
                join(levels[level], carried, carried);
            }
            System.arraycopy(carried, 0, levels[level], 0, SIZE);
            size++;
        }

        public byte[] root() {
            if (size == 0) {
                return digest.digest();
            }
            int level = Long.numberOfTrailingZeros(size);
            var root = levels[level].clone();
            for (level++; size >> level != 0; level++) {
                if ((size >> level & 1) == 1) {
                    join(levels[level], root, root);
                }
            }
            return root;
        }

        private void join(byte[] left, byte[] right, byte[] into) {
            digest.update(NODE);
            digest.update(left);
            digest.update(right);
            try {
                digest.digest(into, 0, SIZE);
            } catch (DigestException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** All nodes of a tree, for proving many of its leaves. */
    public static final class Paths {

        private final List<List<byte[]>> levels = new ArrayList<>();

        /** @param leaves the hashes of the leaves, in their order */
        public Paths(List<byte[]> leaves) {
            levels.add(List.copyOf(leaves));
            while (levels.getLast().size() > 1) {
                levels.add(parents(levels.getLast()));
            }
        }

        /** A last node without a partner rises as it is. */
        private static List<byte[]> parents(List<byte[]> nodes) {
            var parents = new ArrayList<byte[]>((nodes.size() + 1) / 2);
            for (int i = 0; i < nodes.size(); i += 2) {
                parents.add(i + 1 < nodes.size() ? node(nodes.get(i), nodes.get(i + 1)) : nodes.get(i));
            }
            return parents;
        }

        /** The hashes beside the way from a leaf to the root, the lowest first. */
        public List<byte[]> path(int index) {
            Objects.checkIndex(index, levels.getFirst().size());
            var path = new ArrayList<byte[]>();
            int position = index;
            for (var level : levels) {
                int beside = position ^ 1;
                if (beside < level.size()) {
                    path.add(level.get(beside));
                }
                position >>= 1;
            }
            return path;
        }
    }
}
