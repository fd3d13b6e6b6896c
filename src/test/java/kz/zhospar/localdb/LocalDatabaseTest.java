package kz.zhospar.localdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all tests, as making the first database takes seconds; each test opens and closes it anew. */
class LocalDatabaseTest {
    @TempDir
    private static Path parent;

    private LocalDatabase database;

    @BeforeEach
    void prepare() {
        database = new LocalDatabase(folder());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsDataOverARestart() throws Exception {
        database.open();
        ask("create table if not exists kept as select 'Алматы' as city");
        database.close();
        reopen();
        assertThat(ask("select city from kept")).isEqualTo("Алматы");
    }

    @Test
    void losesNothingThatWasCommitted() throws Exception {
        database.open();
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
    }

    @Test
    void listensToThisMachineOnly() throws Exception {
        database.open();
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void asksForThePasswordThatOnlyTheOwnerCanRead() throws Exception {
        database.open();
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                .hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void connectsTheApplicationAsOwnerAndNotAsSuperuser() throws Exception {
        database.open();
        assertThat(ask("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        ask("create table if not exists own (id int)");
    }

    @Test
    void refusesAFolderThatAnotherProcessHolds() throws Exception {
        var other = OwnerProcess.startOn(folder());
        try {
            assertThatThrownBy(database::open)
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining("уже используется")
                    .hasMessageContaining(folder().toString());
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    @Test
    void startsAfterTheProcessBeforeWasKilled() throws Exception {
        database.open();
        ask("create table if not exists outlived as select 2025 as year");
        database.close();

        var killed = OwnerProcess.startOn(folder());
        killed.destroyForcibly().waitFor();
        assertThat(server()).as("the server outlives the killed process").isPresent();

        reopen();
        assertThat(ask("select year from outlived")).isEqualTo("2025");
    }

    @Test
    void removesANoteThatNamesAProcessOfSomebodyElse() throws Exception {
        database.open();
        database.close();
        Files.writeString(
                folder().resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        reopen();
        assertThat(ask("select 1")).isEqualTo("1");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void leavesNoServerBehind() throws Exception {
        database.open();
        assertThat(server()).isPresent();
        database.close();
        assertThat(server()).isEmpty();
    }

    @Test
    void startsNothingOnceClosed() throws Exception {
        database.close();
        assertThatThrownBy(database::open).isInstanceOf(LocalStartException.class);
        assertThat(server()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsAFile() throws Exception {
        var file = Files.createTempFile(parent, "not-a-folder", "");
        assertThatThrownBy(() -> new LocalDatabase(file).open())
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining("нельзя записать")
                .hasMessageContaining(file.toString());
    }

    private void reopen() {
        database = new LocalDatabase(folder());
        database.open();
    }

    private static Path folder() {
        return parent.resolve("папка с данными");
    }

    /** The process that PostgreSQL's own note names, if it runs. */
    private static Optional<ProcessHandle> server() throws IOException {
        var note = folder().resolve("postgres/postmaster.pid");
        return Files.notExists(note)
                ? Optional.empty()
                : ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(note).getFirst().strip()));
    }

    private @Nullable String ask(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return null;
            }
            var result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }
}
