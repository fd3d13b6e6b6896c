package kz.zhospar.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seal as it is published: in a file, by the API. Other programs rely on this form, so things are added to it, never
 * renamed or taken away.
 *
 * @param text the exact text that is hashed and signed
 * @param publicKey of the key that signed it: X.509, Base64; null when it is not signed
 */
public record PublishedSeal(
        long number,
        Instant sealedAt,
        long revisions,
        long leaves,
        String root,
        String previous,
        String hash,
        String text,
        @Nullable String keyId,
        @Nullable String publicKey,
        @Nullable String signature) {

    public static PublishedSeal of(SealRecord seal, @Nullable String publicKey) {
        return new PublishedSeal(
                seal.number(),
                seal.sealedAt(),
                seal.revisions(),
                seal.leaves(),
                seal.root(),
                seal.previous(),
                seal.hash(),
                seal.text(),
                seal.keyId(),
                publicKey,
                seal.signature());
    }
}
