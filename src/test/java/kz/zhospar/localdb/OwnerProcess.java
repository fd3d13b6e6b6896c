package kz.zhospar.localdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that holds a data folder, as a second run of the application does. */
public final class OwnerProcess {
    private OwnerProcess() {}

    /** Starts a JVM that opens the database in the folder, and returns once it has. */
    public static Process startOn(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), OwnerProcess.class.getName(), "" + folder)
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
