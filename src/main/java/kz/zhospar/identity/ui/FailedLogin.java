package kz.zhospar.identity.ui;

import java.io.Serializable;
import java.time.Instant;
import kz.zhospar.identity.internal.LoginNotLocalException;
import kz.zhospar.identity.internal.LoginSlowedException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/**
 * What the login page must say about the last attempt; kept in the session between the attempt and the page.
 *
 * @param account the name as it was typed
 * @param retryAt when the next attempt is possible, for a slowed one
 */
record FailedLogin(Reason reason, String account, @Nullable Instant retryAt) implements Serializable {
    static final String ATTRIBUTE = FailedLogin.class.getName();

    enum Reason {
        WRONG,
        SLOWED,
        NOT_LOCAL
    }

    static FailedLogin of(AuthenticationException cause, String account, Instant now) {
        return switch (cause) {
            case LoginSlowedException slowed -> new FailedLogin(Reason.SLOWED, account, now.plus(slowed.remaining()));
            case LoginNotLocalException _ -> new FailedLogin(Reason.NOT_LOCAL, account, null);
            default -> new FailedLogin(Reason.WRONG, account, null);
        };
    }
}
