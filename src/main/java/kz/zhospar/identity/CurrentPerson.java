package kz.zhospar.identity;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person on whose behalf the current thread works. */
@Component
public class CurrentPerson {
    CurrentPerson() {}

    /** The person signed in; empty for the public and for work that nobody started. */
    public Optional<Person> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }

    /**
     * The person signed in.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
     * @throws AccessDeniedException if something is signed in that is not a person
     */
    public Person require() {
        return find().orElseThrow(CurrentPerson::refusal);
    }

    private static RuntimeException refusal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? new AuthenticationCredentialsNotFoundException("Nobody is signed in")
                : new AccessDeniedException(authentication.getName() + " is not a person");
    }
}
