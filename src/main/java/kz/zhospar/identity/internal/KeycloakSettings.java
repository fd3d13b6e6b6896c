package kz.zhospar.identity.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.core.env.Environment;

/**
 * How to reach Keycloak and how to read what it says.
 *
 * <p>Given either as the settings of the Keycloak adapter, under their old names, or as those of Spring Security for the
 * registration {@code keycloak}. The rest has the prefix {@code zhospar.keycloak}.
 *
 * @param issuer the address of the realm, as browsers and tokens have it
 * @param internal the address of the same realm as this server reaches it
 * @param clientSecret null for a public client
 * @param clientRoles whether roles are those of the client instead of those of the realm
 * @param nameClaim the claim that says how a person is shown; null for the name
 * @param groups the path of the group whose subgroups are the bodies, with a slash at its end
 * @param grace how long sessions outlive their tokens while Keycloak does not answer
 */
record KeycloakSettings(
        String issuer,
        String internal,
        String clientId,
        @Nullable String clientSecret,
        Set<String> scopes,
        boolean clientRoles,
        @Nullable String nameClaim,
        String groups,
        Duration grace) {

    /** The name in Spring's settings and in the addresses that Keycloak calls. */
    static final String REGISTRATION = "keycloak";

    private static final String ADAPTER = "keycloak.";
    private static final String OWN = "zhospar.keycloak.";
    private static final String SERVER = ADAPTER + "auth-server-url";
    private static final String ISSUER = "spring.security.oauth2.client.provider.keycloak.issuer-uri";

    static boolean areGiven(Environment environment) {
        return text(environment, SERVER).or(() -> text(environment, ISSUER)).isPresent();
    }

    static KeycloakSettings from(Environment environment) {
        var realm = text(environment, SERVER).isPresent() ? ofAdapter(environment) : ofSpring(environment);
        var groups = text(environment, OWN + "groups").orElse("/bodies");
        return new KeycloakSettings(
                realm.issuer,
                internal(environment, realm.issuer),
                realm.clientId,
                realm.clientSecret,
                realm.scopes,
                environment.getProperty(ADAPTER + "use-resource-role-mappings", Boolean.class, false),
                text(environment, ADAPTER + "principal-attribute").orElse(null),
                groups.endsWith("/") ? groups : groups + "/",
                environment.getProperty(OWN + "grace", Duration.class, Duration.ofMinutes(5)));
    }

    private static Realm ofAdapter(Environment environment) {
        var server = withoutSlash(required(environment, SERVER));
        var secret = text(environment, ADAPTER + "credentials.secret");
        return new Realm(
                server + "/realms/" + required(environment, ADAPTER + "realm"),
                required(environment, ADAPTER + "resource"),
                secret.orElse(null),
                Set.of("openid"));
    }

    private static Realm ofSpring(Environment environment) {
        var client = Binder.get(environment)
                .bind(
                        "spring.security.oauth2.client.registration." + REGISTRATION,
                        Bindable.of(OAuth2ClientProperties.Registration.class))
                .orElseThrow(() -> missing(SERVER));
        var id = client.getClientId();
        if (id == null || id.isBlank()) {
            throw missing("spring.security.oauth2.client.registration.keycloak.client-id");
        }
        var scopes = client.getScope();
        return new Realm(
                withoutSlash(required(environment, ISSUER)),
                id,
                client.getClientSecret(),
                scopes == null ? Set.of("openid") : scopes);
    }

    private static String internal(Environment environment, String issuer) {
        return text(environment, OWN + "internal-url")
                .map(server -> withoutSlash(server) + issuer.substring(issuer.lastIndexOf("/realms/")))
                .orElse(issuer);
    }

    KeycloakSettings {
        if (!issuer.contains("/realms/") || !isAddress(issuer) || !isAddress(internal)) {
            throw new AccountsException(
                    "The address of Keycloak's realm, %s, is none; it looks like https://sso.example/realms/city"
                            .formatted(issuer));
        }
        clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret;
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null && Set.of("http", "https").contains(String.valueOf(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String required(Environment environment, String key) {
        return text(environment, key).orElseThrow(() -> missing(key));
    }

    private static Optional<String> text(Environment environment, String key) {
        return Optional.ofNullable(environment.getProperty(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static AccountsException missing(String key) {
        return new AccountsException(
                "People are to sign in with Keycloak, but the setting %s is missing".formatted(key));
    }

    @Override
    public String toString() {
        return "KeycloakSettings[" + issuer + ", " + clientId + "]";
    }

    private record Realm(
            String issuer, String clientId, @Nullable String clientSecret, Set<String> scopes) {}
}
