package kz.zhospar.seal.internal;

/** Why a dump or a database cannot be verified, in one line for the person at the console. */
final class DumpException extends RuntimeException {

    DumpException(String line) {
        super(line);
    }

    DumpException(String line, Throwable cause) {
        super(line, cause);
    }
}
