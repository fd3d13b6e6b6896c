package kz.zhospar.identity.internal;

import org.springframework.security.core.AuthenticationException;

/** A local account was tried from another machine. */
public class LoginNotLocalException extends AuthenticationException {
    LoginNotLocalException() {
        super("Local accounts work on the server's own machine only");
    }
}
