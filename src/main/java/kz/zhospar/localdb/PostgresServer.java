package kz.zhospar.localdb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL server over one data directory, driven by the server's own programs.
 *
 * <p>It listens on the loopback address only, asks everybody for a password, and loses nothing that was committed.
 */
final class PostgresServer {
    static final String SUPERUSER = "postgres";

    private static final int PORT_LINE = 3;
    private static final Path PROGRAM = Path.of("bin", "postgres");
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off");

    private final Path binaries;
    private final Path data;
    private final Path log;

    PostgresServer(Path binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Creates the data directory if there is none yet; a half-made one of an interrupted start is made anew. */
    void initialise(Path passwordFile) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        var unfinished = data.resolveSibling("postgres.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order and letter case on every platform, whatever locales the system has.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server and returns its port once it takes connections. */
    int start() throws IOException {
        stopLeftover();
        var port = freePort();
        var settings = Stream.concat(SETTINGS.stream(), Stream.of("port=" + port))
                .map(setting -> "-c " + setting)
                .toList();
        run(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                "120",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-o",
                String.join(" ", settings));
        return port;
    }

    /** The port of the server that runs over a data directory, from the note that it keeps there. */
    static int runningPort(Path data) throws IOException {
        var note = Files.readAllLines(data.resolve("postmaster.pid"));
        try {
            return Integer.parseInt(note.get(PORT_LINE).strip());
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("No port in the note of the server", e);
        }
    }

    /** Ends the sessions, writes everything to disk and stops; does nothing if no server runs. */
    void stop() throws IOException {
        var server = process();
        if (server.isPresent()) {
            run("pg_ctl", "kill", "INT", String.valueOf(server.get().pid()));
            waitForEndOf(server.get());
        }
    }

    /**
     * A server outlives the killed process that had started it. The note of its process number may even outlive the
     * server, and name a process of somebody else by now: then PostgreSQL would refuse to start.
     */
    private void stopLeftover() throws IOException {
        stop();
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /** The server is known by its program, which lies in our folder: it may be stopped before it has left its note. */
    private Optional<ProcessHandle> process() {
        return ProcessHandle.allProcesses()
                .filter(this::isOurs)
                .filter(process -> process.parent().filter(this::isOurs).isEmpty())
                .findFirst();
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(program -> program.startsWith(binaries.getParent()) && program.endsWith(PROGRAM))
                .isPresent();
    }

    private void waitForEndOf(ProcessHandle server) throws IOException {
        var deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        while (isOurs(server)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL does not stop, see " + log);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            // Ctrl-C goes to all programs of the terminal; an interrupted start would leave a server half started.
            command.add(SETSID.toString());
        }
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (exitCode(process) != 0) {
            throw new IOException(program + " failed, see " + log);
        }
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
