package kz.zhospar.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.localdb.LocalRun;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * The whole application under writing load in a process of its own, which is killed at a statement.
 *
 * <p>Arguments: data folder, port, how the statements of the load begin that count, at how many of them to be killed, and
 * {@value #WITH_DATABASE} to kill the database too, as a power cut does. What people are told is written out at once.
 */
public final class WritingProcess {

    static final String NOTE = "NOTE ";
    static final String WITH_DATABASE = "with-database";

    private WritingProcess() {}

    /** Pulls the plug at a statement. */
    public static final class Plug implements StatementInspector {
        static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
        static volatile String counted = "";
        /** The note of the database’s process, where it is to be killed too. */
        static volatile @Nullable Path database;

        @Override
        public String inspect(String sql) {
            if (sql.startsWith(counted) && LEFT.decrementAndGet() == 0) {
                pull();
            }
            return sql;
        }

        private static void pull() {
            try {
                var note = database;
                if (note != null) {
                    kill(Files.readAllLines(note).getFirst());
                }
                kill(String.valueOf(ProcessHandle.current().pid()));
                Thread.sleep(Long.MAX_VALUE);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void kill(String process) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-9", process).start().waitFor();
        }
    }

    public static void main(String[] args) throws Exception {
        var application = new SpringApplication(ZhosparApplication.class);
        LocalRun.prepare(application, "--data=" + args[0], "--port=" + args[1]);
        var context = application.run(
                "--vaadin.productionMode=true",
                "--spring.jpa.properties.hibernate.session_factory.statement_inspector=" + Plug.class.getName());
        var load = new WritingLoad(context, note -> System.out.println(NOTE + note));
        if (args[4].equals(WITH_DATABASE)) {
            Plug.database = Path.of(args[0], "postgres", "postmaster.pid");
        }
        Plug.counted = args[2];
        Plug.LEFT.set(Long.parseLong(args[3]));
        for (var thread : load.begin()) {
            thread.join();
        }
        throw new IllegalStateException("The load ended before it was killed");
    }
}
