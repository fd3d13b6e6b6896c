package kz.zhospar.identity.internal;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed logins: the password was not looked at. */
public class LoginSlowedException extends AuthenticationException {
    private final Duration wait;

    LoginSlowedException(Duration wait) {
        super("Too many failed logins, wait " + wait.toSeconds() + " s");
        this.wait = wait;
    }

    /** How long to wait before the next attempt. */
    public Duration remaining() {
        return wait;
    }
}
