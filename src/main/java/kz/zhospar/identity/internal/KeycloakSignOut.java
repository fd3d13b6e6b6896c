package kz.zhospar.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends the sessions of this node whose person has signed out at Keycloak, or was signed out there. */
public class KeycloakSignOut implements LogoutHandler, OidcSessionRegistry {
    private final OpenSessions open;
    private final Renewal renewal;

    KeycloakSignOut(OpenSessions open, Renewal renewal) {
        this.open = open;
        this.renewal = renewal;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            open.meantBy(token).forEach(session -> renewal.end(session, "signed out at Keycloak"));
        }
    }

    // Sessions know themselves what they belong to, so Spring's own list of them stays empty.

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {}

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return List.of();
    }
}
