package kz.zhospar.identity.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The part of a Keycloak realm export that describes accounts. */
record RealmFile(@Nullable List<User> users) {
    static RealmFile read(Resource file) {
        var mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var content = file.getInputStream()) {
            return mapper.readValue(content, RealmFile.class);
        } catch (JacksonException e) {
            throw new AccountsException(
                    "%s is not a realm export: %s".formatted(name(file), e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new AccountsException("%s cannot be read: %s".formatted(name(file), e.getMessage()), e);
        }
    }

    static String name(Resource file) {
        return Objects.requireNonNullElse(file.getFilename(), file.getDescription());
    }

    record User(
            @Nullable String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable Boolean enabled,
            @Nullable String serviceAccountClientId,
            @Nullable List<String> groups,
            @Nullable List<String> realmRoles,
            @Nullable Map<String, List<String>> attributes,
            @Nullable List<Credential> credentials) {

        boolean isUsable() {
            return !Boolean.FALSE.equals(enabled) && serviceAccountClientId == null;
        }

        Optional<Credential> password() {
            return stream(credentials)
                    .filter(credential -> "password".equals(credential.type()))
                    .filter(credential -> credential.value() != null || credential.secretData() != null)
                    .findFirst();
        }

        Optional<String> attribute(String key) {
            return attributes == null
                    ? Optional.empty()
                    : stream(attributes.get(key)).findFirst();
        }

        Stream<String> roles() {
            return stream(realmRoles);
        }

        private static <T> Stream<T> stream(@Nullable List<T> list) {
            return list == null ? Stream.empty() : list.stream();
        }
    }

    /**
     * A password as it is, or what Keycloak stores of one.
     *
     * @param credentialData JSON that says how it is hashed
     * @param secretData JSON with the hash
     */
    record Credential(
            @Nullable String type,
            @Nullable String value,
            @Nullable String credentialData,
            @Nullable String secretData) {
        @Override
        public String toString() {
            return "Credential[" + type + "]";
        }
    }
}
