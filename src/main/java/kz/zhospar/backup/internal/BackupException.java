package kz.zhospar.backup.internal;

/** Why a copy cannot be made or put back, in one line for the person at the console. */
public final class BackupException extends RuntimeException {

    BackupException(String line) {
        super(line);
    }

    BackupException(String line, Throwable cause) {
        super(line, cause);
    }
}
