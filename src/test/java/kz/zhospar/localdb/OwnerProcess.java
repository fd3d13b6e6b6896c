package kz.zhospar.localdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.zhospar.testing.JavaProcess;

/** Another process that holds a data folder, as a second run of the application does. */
public final class OwnerProcess {
    private OwnerProcess() {}

    /** Starts a JVM that opens the database in the folder, and returns once it has. */
    public static Process startOn(Path folder) throws IOException {
        var process = JavaProcess.of(OwnerProcess.class, List.of(folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(process.inputReader());
        if (!"open".equals(output.readLine())) {
            throw new IOException("the other process did not open " + folder);
        }
        return process;
    }

    @SuppressWarnings("resource") // stays open until the process is killed
    public static void main(String[] args) throws Exception {
        var database = new LocalDatabase(Path.of(args[0]));
        database.open();
        System.out.println("open");
        Thread.sleep(Long.MAX_VALUE);
    }
}
