package kz.zhospar.seal.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import kz.zhospar.common.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A public key of seals.
 *
 * @param id its fingerprint, the SHA-256 of its encoded form
 * @param encoded X.509
 */
record PublicKeyRecord(String id, byte[] encoded) {

    static final String ALGORITHM = "Ed25519";

    static PublicKeyRecord of(PublicKey key) {
        return new PublicKeyRecord(Sha256.of(key.getEncoded()), key.getEncoded());
    }

    static PublicKeyRecord of(String base64) {
        var encoded = Base64.getDecoder().decode(base64);
        return new PublicKeyRecord(Sha256.of(encoded), encoded);
    }

    /** Nobody can pass off another key under this fingerprint. */
    boolean isGenuine() {
        return id.equals(Sha256.of(encoded));
    }

    String base64() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    boolean verifies(byte[] text, @Nullable String signature) {
        if (signature == null) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKeyRecord key && key.id.equals(id) && Arrays.equals(key.encoded, encoded);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
