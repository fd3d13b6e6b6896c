package kz.zhospar.localdb;

/** Why the application cannot start here, in one line for the person at the console. */
public final class LocalStartException extends RuntimeException {
    LocalStartException(String line) {
        super(line);
    }

    LocalStartException(String line, Throwable cause) {
        super(line, cause);
    }
}
