package kz.zhospar.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application and database are killed during approvals; afterwards the plan is as before or as after, never between. */
class KilledApprovalModuleTest {

    @TempDir
    private Path folder;

    @Test
    void leavesThePlanBeforeOrAfterAndTheAuditAgrees() throws Exception {
        assertThat(run(ApprovingProcess.AFTER)).containsExactly("STATE no request", "APPROVING");
        assertThat(run("insert into series_value_aud"))
                .as("killed after the commit")
                .containsExactly("STATE after", "APPROVING");
        assertThat(run("insert into change_request_aud"))
                .as("killed among the audit rows")
                .containsExactly("STATE before", "APPROVING");
        assertThat(run(ApprovingProcess.LOOK)).as("killed at the last of them").containsExactly("STATE before");
    }

    /** Starts the application on the folder and gives what it said until it ended or was killed. */
    private List<String> run(String statement) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApprovingProcess.class.getName(),
                        folder.toString(),
                        String.valueOf(freePort()),
                        statement)
                .redirectErrorStream(true)
                .start();
        var said = new ArrayList<String>();
        var all = new ArrayList<String>();
        try (var output = process.inputReader()) {
            output.lines().forEach(line -> {
                all.add(line);
                if (line.startsWith("STATE ") || line.equals("APPROVING")) {
                    said.add(line);
                }
            });
        }
        assertThat(process.waitFor())
                .as(() -> String.join("\n", all))
                .isEqualTo(statement.equals(ApprovingProcess.LOOK) ? 0 : KILLED);
        return said;
    }

    private static final int KILLED = 128 + 9;

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
