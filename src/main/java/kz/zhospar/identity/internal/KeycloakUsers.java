package kz.zhospar.identity.internal;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;

/** Makes a person of who comes back from Keycloak, and keeps him in the directory. */
class KeycloakUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final KeycloakTokens tokens;
    private final Admission admission;
    private final PersonDirectory directory;

    KeycloakUsers(KeycloakTokens tokens, Admission admission, PersonDirectory directory) {
        this.tokens = tokens;
        this.admission = admission;
        this.directory = directory;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        try {
            return principal(request.getIdToken(), request.getAccessToken().getTokenValue());
        } catch (JwtException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_access_token"), e);
        }
    }

    KeycloakPrincipal principal(OidcIdToken idToken, String accessToken) {
        var person = admission.admit(tokens.account(idToken, accessToken));
        directory.saw(person);
        return new KeycloakPrincipal(person, idToken);
    }
}
