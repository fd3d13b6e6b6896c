package kz.zhospar.identity.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;

/** The sessions of this node that live on tokens of Keycloak. */
class OpenSessions {
    private final Set<KeycloakSession> sessions = ConcurrentHashMap.newKeySet();

    void add(KeycloakSession session) {
        sessions.add(session);
    }

    void remove(KeycloakSession session) {
        sessions.remove(session);
    }

    List<KeycloakSession> all() {
        return List.copyOf(sessions);
    }

    /** Those that a sign-out at Keycloak is about: of one session there, or all of a person. */
    List<KeycloakSession> meantBy(OidcLogoutToken logout) {
        return sessions.stream()
                .filter(session -> session.principal()
                        .map(principal -> logout.getSessionId() != null
                                ? logout.getSessionId()
                                        .equals(principal.idToken().getClaimAsString("sid"))
                                : principal.getName().equals(logout.getSubject()))
                        .orElse(false))
                .toList();
    }
}
