package kz.zhospar.seal;

import java.io.PrintStream;
import java.util.Map;
import kz.zhospar.seal.internal.VerifyRun;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./zhospar verify}: verifies everything in a database or a dump, without the application. */
public final class VerifyCommand {

    public static final String NAME = "verify";

    private VerifyCommand() {}

    /** The same for another command, which has its own ideas of where to write and what the environment is. */
    public static int run(PrintStream out, PrintStream err, Map<String, String> environment, String... arguments) {
        return new VerifyRun(out, err, environment).run(arguments);
    }

    /** Returns the exit code: 0 when all is as it was sealed, 1 when there are faults, 2 when it could not be told. */
    public static int run(String... arguments) {
        // What libraries have to say is not meant for the person at the console.
        LoggingSystem.get(VerifyCommand.class.getClassLoader()).setLogLevel("ROOT", LogLevel.ERROR);
        return new VerifyRun(System.out, System.err, System.getenv()).run(arguments);
    }
}
