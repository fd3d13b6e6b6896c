package kz.zhospar.identity.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak says of somebody, as it says it.
 *
 * @param id the {@code sub}, which stays when names change
 * @param roles all roles, also those that mean nothing here
 * @param groups with their full paths
 */
record KeycloakAccount(
        String id,
        String name,
        @Nullable String email,
        Set<String> roles,
        List<String> groups,
        @Nullable String curator) {

    /** Reads the claims of a token. */
    static KeycloakAccount of(Map<String, Object> claims, KeycloakSettings settings) {
        var id = text(claims, "sub");
        return new KeycloakAccount(
                String.valueOf(id),
                name(claims, settings.nameClaim()),
                text(claims, "email"),
                roles(claims, settings),
                List.copyOf(texts(claims.get("groups"))),
                text(claims, "curator"));
    }

    /** Whether the claims say anything of roles; those of the id token do if the client has a mapper for that. */
    static boolean saysRoles(Map<String, Object> claims, KeycloakSettings settings) {
        return claims.containsKey(settings.clientRoles() ? "resource_access" : "realm_access");
    }

    private static Set<String> roles(Map<String, Object> claims, KeycloakSettings settings) {
        var access = settings.clientRoles()
                ? map(map(claims.get("resource_access")).get(settings.clientId()))
                : map(claims.get("realm_access"));
        return new LinkedHashSet<>(texts(access.get("roles")));
    }

    private static String name(Map<String, Object> claims, @Nullable String claim) {
        var wanted = claim == null ? null : text(claims, claim);
        if (wanted != null) {
            return wanted;
        }
        var name = text(claims, "name");
        var account = text(claims, "preferred_username");
        return name != null ? name : account != null ? account : String.valueOf(text(claims, "sub"));
    }

    private static @Nullable String text(Map<String, Object> claims, String key) {
        return claims.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static Collection<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<?, ?> map(@Nullable Object claim) {
        return claim instanceof Map<?, ?> map ? map : Map.of();
    }
}
