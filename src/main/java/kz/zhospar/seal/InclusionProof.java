package kz.zhospar.seal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves that one row is in the chain as it stands, with nothing but SHA-256 and the seal.
 *
 * @param form the row as it is hashed: its table, and the name and value of every column that is not null
 * @param leaf the hash of the zero byte and the form, hexadecimal
 * @param index the row's place among the leaves of its seal, from 0
 * @param size how many leaves the seal has
 * @param path the hashes beside the way to the root, the lowest first
 * @param publicKey of the key that signed the seal: X.509, Base64; null when it is not signed
 */
public record InclusionProof(
        String form,
        String leaf,
        long index,
        long size,
        List<String> path,
        SealRecord seal,
        @Nullable String publicKey) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether form, path and seal agree; it does not look at the signature. */
    public boolean holds() {
        var hex = HexFormat.of();
        var hash = Merkle.leaf(form.getBytes(StandardCharsets.UTF_8));
        var root = Merkle.rootFrom(
                hash, index, size, path.stream().map(hex::parseHex).toList());
        return hex.formatHex(hash).equals(leaf)
                && hex.formatHex(root).equals(seal.root())
                && size == seal.leaves()
                && seal.isWhole();
    }
}
