package kz.zhospar.identity.internal;

import java.util.Locale;
import kz.zhospar.identity.Person;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs people in with local accounts. */
class LocalAuthenticationProvider implements AuthenticationProvider {
    private final LocalAccounts accounts;
    private final LoginThrottle throttle;

    LocalAuthenticationProvider(LocalAccounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var address = addressOf(attempt);
        var account = attempt.getName().strip().toLowerCase(Locale.ROOT);
        throttle.begin(account, address).ifPresent(wait -> {
            throw new LoginSlowedException(wait);
        });
        var person = accounts.check(account, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Unknown account or wrong password"));
        throttle.succeeded(account, address);
        return signedIn(person, attempt);
    }

    private static String addressOf(Authentication attempt) {
        if (attempt.getDetails() instanceof LoginDetails details && details.isFromThisMachine()) {
            return details.getRemoteAddress();
        }
        throw new LoginNotLocalException();
    }

    private static Authentication signedIn(Person person, Authentication attempt) {
        var principal = new LocalPrincipal(person);
        var token = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        token.setDetails(attempt.getDetails());
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
