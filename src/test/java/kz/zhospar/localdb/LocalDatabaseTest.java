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
    void asksForPasswordsThatOnlyTheOwnerOfTheFolderCanRead() throws Exception {
        database.open();
        for (var role : new String[] {database.user(), database.owner()}) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), role, "guess"))
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(database.password()).isNotEqualTo(database.ownerPassword());
        for (var file : new String[] {"password", "application-password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void reachesTheDatabaseThatARunningApplicationHolds() throws Exception {
        database.open();
        ask("create table if not exists reached as select 'Алматы' as city");
        database.close();
        var owner = OwnerProcess.startOn(folder());
        try {
            database = new LocalDatabase(folder());
            database.visit();
            assertThat(ask("select city from reached")).isEqualTo("Алматы");
            database.close();
            database = new LocalDatabase(folder());
            database.visit();
            assertThat(ask("select city from reached"))
                    .as("the visit stops nothing")
                    .isEqualTo("Алматы");
        } finally {
            owner.destroyForcibly().waitFor();
        }
        database = new LocalDatabase(folder());
        database.visit();
        assertThat(ask("select city from reached"))
                .as("nobody holds it any more")
                .isEqualTo("Алматы");
    }

    @Test
    void visitsNoFolderThatHasNoDatabase(@TempDir Path empty) {
        var nothing = new LocalDatabase(empty.resolve("nothing"));
        assertThatThrownBy(nothing::visit)
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining("нет данных Жоспара");
        assertThat(empty.resolve("nothing")).doesNotExist();
    }

    @Test
    void keepsOwnerAndApplicationApartAndBothFromBeingSuperuser() throws Exception {
        database.open();
        ask("create table if not exists own (id int)");
        for (var role : new String[] {database.user(), database.owner()}) {
            assertThat(ask("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls"
                            + " from pg_roles where rolname = '" + role + "'"))
                    .as(role)
                    .isEqualTo("f");
        }
        assertThatThrownBy(() -> askAsApplication("create table more (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> askAsApplication("select * from own")).hasMessageContaining("permission denied");
    }

    @Test
    void givesAFolderOfAnEarlierVersionTheApplicationsRole() throws Exception {
        database.open();
        ask("create table if not exists earlier as select 'Алматы' as city");
        asSuperuser("drop role if exists zhospar_app");
        database.close();
        Files.delete(folder().resolve("application-password"));
        reopen();
        assertThat(ask("select city from earlier")).isEqualTo("Алматы");
        assertThat(askAsApplication("select current_user")).isEqualTo("zhospar_app");
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
        return ask(database.owner(), database.ownerPassword(), query);
    }

    private @Nullable String askAsApplication(String query) throws SQLException {
        return ask(database.user(), database.password(), query);
    }

    private void asSuperuser(String command) throws SQLException {
        ask(PostgresServer.SUPERUSER, database.ownerPassword(), command);
    }

    private @Nullable String ask(String user, String password, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), user, password);
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
