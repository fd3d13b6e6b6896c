package kz.zhospar.identity.internal;

import org.jspecify.annotations.Nullable;

/** The local accounts cannot be offered: their file is broken, or the server would be open to others. */
public class AccountsException extends RuntimeException {
    AccountsException(String message) {
        this(message, null);
    }

    AccountsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
