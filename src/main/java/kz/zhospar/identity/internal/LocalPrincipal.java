package kz.zhospar.identity.internal;

import java.util.List;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person signed in with a local account; keeps no password. */
public record LocalPrincipal(Person person) implements UserDetails, SignedIn {
    @Override
    public String getUsername() {
        return person.account();
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return authorities();
    }
}
