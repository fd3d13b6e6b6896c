package kz.zhospar.identity.internal;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A password as Keycloak stores it. Keycloak holds a password that it reads as it is to the realm's policy, which those
 * of the demo accounts would not pass.
 */
record KeycloakHash(PasswordEncoder encoder, String hash) {
    private static final String ALGORITHM = "pbkdf2-sha512";
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Reads a credential of a realm file.
     *
     * @throws IllegalArgumentException if it is not hashed in the one way that is known here
     */
    static KeycloakHash of(RealmFile.Credential credential) {
        var how = read(credential.credentialData());
        var what = read(credential.secretData());
        if (!ALGORITHM.equals(how.get("algorithm"))) {
            throw new IllegalArgumentException("only hashes made with " + ALGORITHM + " are understood");
        }
        if (!(how.get("hashIterations") instanceof Integer iterations)
                || !(what.get("salt") instanceof String salt)
                || !(what.get("value") instanceof String value)) {
            throw new IllegalArgumentException("its hash is incomplete");
        }
        var bytes = Base64.getDecoder().decode(salt);
        var encoder =
                new Pbkdf2PasswordEncoder("", bytes.length, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
        var hex = HexFormat.of();
        return new KeycloakHash(
                encoder,
                hex.formatHex(bytes) + hex.formatHex(Base64.getDecoder().decode(value)));
    }

    private static Map<String, Object> read(@Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its hash is no JSON", e);
        }
    }

    boolean isOf(String password) {
        return encoder.matches(password, hash);
    }

    @Override
    public String toString() {
        return "KeycloakHash";
    }
}
