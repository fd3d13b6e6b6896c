package kz.zhospar.seal.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import kz.zhospar.seal.SealFiles;

/** The Ed25519 key that seals are signed with. */
final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey secret;
    private final PublicKeyRecord open;

    private SigningKey(PrivateKey secret, PublicKeyRecord open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * Takes over a key from a setting.
     *
     * @param setting PKCS#8 in PEM, or the path of a file with it
     * @throws IllegalArgumentException when it is neither
     */
    static SigningKey from(String setting) {
        try {
            var pem = setting.contains(BEGIN) ? setting : Files.readString(Path.of(setting.strip()));
            return parse(pem);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // The key itself must not get into a log.
            throw new IllegalArgumentException(
                    "zhospar.seal.key: ни закрытый ключ Ed25519 в PEM (PKCS#8), ни файл с ним (%s)"
                            .formatted(e.getClass().getSimpleName()));
        }
    }

    /** The key of a folder, made on first use and readable by the owner of the folder only. */
    static SigningKey in(Path folder) {
        var file = folder.resolve(SealFiles.KEY);
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder);
                create(file);
            }
            return from(file.toString());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Ключ печати не создан: " + file, e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        var secret = KeyPairGenerator.getInstance(PublicKeyRecord.ALGORITHM)
                .generateKeyPair()
                .getPrivate();
        var unfinished = file.resolveSibling("seal-key.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, pem("PRIVATE KEY", secret.getEncoded()));
        Files.move(unfinished, file);
    }

    static String pem(String what, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
    }

    private static SigningKey parse(String pem) throws GeneralSecurityException {
        var from = pem.indexOf(BEGIN);
        var to = pem.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("No PEM");
        }
        var body = pem.substring(from + BEGIN.length(), to).replace("\\n", "\n");
        var encoded = Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
        var secret =
                KeyFactory.getInstance(PublicKeyRecord.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        return new SigningKey(secret, publicKeyOf(secret)).checked();
    }

    /** The library makes a public key only together with a private one, from 32 random bytes: here, the known ones. */
    private static PublicKeyRecord publicKeyOf(PrivateKey secret) throws GeneralSecurityException {
        var known = ((EdECPrivateKey) secret).getBytes().orElseThrow();
        var generator = KeyPairGenerator.getInstance(PublicKeyRecord.ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(known, 0, bytes, 0, bytes.length);
            }
        });
        return PublicKeyRecord.of(generator.generateKeyPair().getPublic());
    }

    private SigningKey checked() {
        var text = new byte[] {1};
        if (!open.verifies(text, sign(text))) {
            throw new IllegalArgumentException("The public key does not belong to the private one");
        }
        return this;
    }

    PublicKeyRecord open() {
        return open;
    }

    /** The signature in Base64. */
    String sign(byte[] text) {
        try {
            var signer = Signature.getInstance(PublicKeyRecord.ALGORITHM);
            signer.initSign(secret);
            signer.update(text);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
