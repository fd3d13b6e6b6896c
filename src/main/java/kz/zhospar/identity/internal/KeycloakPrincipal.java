package kz.zhospar.identity.internal;

import java.util.List;
import java.util.Map;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person signed in with Keycloak. */
public record KeycloakPrincipal(Person person, OidcIdToken idToken) implements OidcUser, SignedIn {
    @Override
    public String getName() {
        return person.account();
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return authorities();
    }

    @Override
    public String toString() {
        return "KeycloakPrincipal[" + person.account() + "]";
    }
}
