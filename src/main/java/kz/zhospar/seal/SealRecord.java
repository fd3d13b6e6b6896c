package kz.zhospar.seal;

import java.time.Instant;
import kz.zhospar.common.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain: a batch of revisions that were committed and not yet sealed. Hashes are 64 hexadecimal digits.
 *
 * @param number counted from 1 without gaps
 * @param sealedAt by the clock of the database, to the microsecond
 * @param revisions how many revisions are in it
 * @param leaves how many rows are in it, those of the revisions themselves included
 * @param root of the hash tree over the leaves
 * @param previous the hash of the seal before; zeros for the first
 * @param hash of {@link #text()}, SHA-256
 * @param keyId the fingerprint of the key that signed it; null when there was none
 * @param signature Ed25519 over {@link #text()} in UTF-8, Base64; null when there was no key
 */
public record SealRecord(
        long number,
        Instant sealedAt,
        long revisions,
        long leaves,
        String root,
        String previous,
        String hash,
        @Nullable String keyId,
        @Nullable String signature) {

    /** What the first seal has in place of a seal before it. */
    public static final String NONE = "0".repeat(64);

    /** The exact text that is hashed and signed: a line for each part, its name, a tab and its value. */
    public String text() {
        return """
                zhospar-seal\t1
                number\t%d
                sealed-at\t%s
                revisions\t%d
                leaves\t%d
                root\t%s
                previous\t%s
                key\t%s
                """.formatted(number, sealedAt, revisions, leaves, root, previous, keyId == null ? "-" : keyId);
    }

    /** Whether the hash is that of the text. */
    public boolean isWhole() {
        return hash.equals(Sha256.of(text()));
    }

    /** Not yet signed. */
    public static SealRecord of(
            long number,
            Instant sealedAt,
            long revisions,
            long leaves,
            String root,
            String previous,
            @Nullable String keyId) {
        var bare = new SealRecord(number, sealedAt, revisions, leaves, root, previous, "", keyId, null);
        return new SealRecord(number, sealedAt, revisions, leaves, root, previous, Sha256.of(bare.text()), keyId, null);
    }

    public SealRecord signed(@Nullable String signature) {
        return new SealRecord(number, sealedAt, revisions, leaves, root, previous, hash, keyId, signature);
    }
}
