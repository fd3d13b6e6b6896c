package kz.zhospar.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import kz.zhospar.localdb.OwnerProcess;
import kz.zhospar.seal.SealFiles;
import kz.zhospar.seal.VerifyCommand;
import kz.zhospar.seal.internal.SealJob;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.TestDatabase;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ZhosparTest(properties = "zhospar.test=backup")
class BackupModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private SealJob seals;

    @TempDir
    private static Path published;

    @TempDir
    private Path folder;

    private String said = "";

    private static final AtomicBoolean begun = new AtomicBoolean();

    @DynamicPropertySource
    static void publishSeals(DynamicPropertyRegistry settings) {
        settings.add("zhospar.seal.folder", published::toString);
    }

    @BeforeEach
    void begin() {
        if (begun.compareAndSet(false, true)) {
            new Drafts(context).applied("uoz", "Перед копией");
            seals.seal();
        }
    }

    @Test
    void restoresExactlyWhatWasCopied() throws Exception {
        var first = copy("first.zip");
        var second = TestDatabase.newDatabase();
        assertThat(restore(first, second)).as(() -> said).isZero();
        assertThat(said).contains("Расхождений нет", "Сверено с печатью");
        assertThat(back(second, "second.zip")).isZero();
        assertThat(manifest("second.zip").tables())
                .isEqualTo(manifest("first.zip").tables());
        assertThat(manifest("second.zip").sequences())
                .isEqualTo(manifest("first.zip").sequences());
        assertThat(manifest("first.zip").rows()).isGreaterThan(5000);
        assertRightsAreAsBefore(second);
        assertThat(verify(second)).as(() -> said).isZero();
    }

    private static void assertRightsAreAsBefore(String url) {
        assertThat(
                        count(
                                url,
                                "append_only_table where not guarded or has_table_privilege('zhospar_app', id, 'update, delete')"))
                .isZero();
        assertThat(TestDatabase.asOwner(url)
                        .sql("select has_table_privilege('zhospar_app', 'letter', 'insert, update, delete')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(count(url, "pg_namespace where nspname = 'zhospar_restore'")).isZero();
    }

    @Test
    void copiesOneMomentWhileOthersWrite() throws Exception {
        var drafts = new Drafts(context);
        var enough = new AtomicBoolean();
        var load = CompletableFuture.runAsync(() -> {
            for (var i = 0; !enough.get(); i++) {
                drafts.applied("uk", "Нагрузка " + i);
                seals.seal();
            }
        });
        try {
            for (var i = 0; i < 2; i++) {
                var copy = copy("moment-%d.zip".formatted(i));
                assertThat(load).isNotDone();
                assertThat(restore(copy, TestDatabase.newDatabase()))
                        .as(() -> said)
                        .isZero();
                assertThat(said).contains("Расхождений нет");
            }
        } finally {
            enough.set(true);
            load.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"series_value", "revision", "seal_leaf"})
    void refusesADamagedCopyNamingTheTable(String table) throws Exception {
        var copy = copy(table + ".zip");
        var bytes = Files.readAllBytes(copy);
        var name = new Manifest.Table(table, List.of(), 0, "").entry();
        var at = indexOf(bytes, name) + name.length() + 20;
        bytes[at] ^= 0x10;
        Files.write(copy, bytes);
        var url = TestDatabase.newDatabase();
        assertThat(restore(copy, url)).isEqualTo(1);
        assertThat(said).contains("повреждена", " " + table + " ");
        assertThat(tables(url)).isZero();
    }

    @Test
    void refusesWhatIsNoCopyOrHalfOfOne() throws Exception {
        var url = TestDatabase.newDatabase();
        var whole = Files.readAllBytes(copy("whole.zip"));
        var half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(restore(half, url)).isEqualTo(1);
        assertThat(said).contains("повреждён");
        assertThat(restore(Files.writeString(folder.resolve("none.zip"), "нет"), url))
                .isEqualTo(1);
        assertThat(restore(folder.resolve("missing.zip"), url)).isEqualTo(1);
        assertThat(tables(url)).isZero();
    }

    @Test
    void replacesDataOnlyWhenToldSo() throws Exception {
        var earlier = copy("earlier.zip");
        var url = TestDatabase.newDatabase();
        assertThat(restore(earlier, url)).isZero();
        new Drafts(context).applied("ut", "После копии");
        seals.seal();
        var later = copy("later.zip");
        assertThat(restore(later, url)).isEqualTo(1);
        assertThat(said).contains("--replace");
        assertThat(revisions(url)).isEqualTo(rows("earlier.zip", "revision"));
        assertThat(restore(later, url, "--replace")).as(() -> said).isZero();
        assertThat(revisions(url)).isEqualTo(rows("later.zip", "revision"));
    }

    @Test
    void leavesADatabaseAloneThatIsInUse() throws Exception {
        var copy = copy("in-use.zip");
        assertThat(restore(copy, database.getJdbcUrl(), "--replace")).isEqualTo(1);
        assertThat(said).contains("подключены");
    }

    @Test
    void restoresIntoAFolderWithoutDataButNotWhileZhosparRunsThere() throws Exception {
        var copy = copy("first.zip");
        var data = Files.createDirectory(folder.resolve("папка с данными"));
        var head = Files.copy(published.resolve(SealFiles.HEAD), data.resolve(SealFiles.HEAD));
        assertThat(restore(copy, data)).as(() -> said).isZero();
        assertThat(head).as("the copy has this seal").exists();
        assertThat(said).contains("Расхождений нет", "Сверено с печатью", "нет ключа печатей");
        var running = OwnerProcess.startOn(data);
        try {
            assertThat(restore(copy, data, "--replace")).isEqualTo(1);
            assertThat(said).contains("уже используется", data.toString());
            assertThat(run(BackupRun.BACKUP, folder.resolve("second.zip").toString(), "--data=" + data))
                    .as(() -> said)
                    .isZero();
        } finally {
            running.destroyForcibly().waitFor();
        }
        assertThat(manifest("second.zip").tables())
                .isEqualTo(manifest("first.zip").tables());
        assertThat(restore(copy, data)).isEqualTo(1);
        assertThat(said).contains("--replace");
    }

    @Test
    void putsASealAsideThatWasPublishedAfterTheCopy() throws Exception {
        var earlier = copy("earlier.zip");
        new Drafts(context).applied("ueiv", "После копии");
        seals.seal();
        var later = copy("later.zip");
        var genuine = Files.readString(published.resolve(SealFiles.HEAD));
        var number = manifest("later.zip").seal().number();
        var data = Files.createDirectory(folder.resolve("data"));
        var head = data.resolve(SealFiles.HEAD);
        var aside = data.resolve("seal-head-%d.json".formatted(number));

        Files.writeString(head, genuine);
        assertThat(restore(earlier, data)).as(() -> said).isZero();
        assertThat(said).contains("Печать № %d опубликована после копии".formatted(number), aside.toString());
        assertThat(head).doesNotExist();
        assertThat(aside).hasContent(genuine);
        assertThat(verify(data)).as(() -> said).isZero();

        Files.writeString(head, genuine);
        assertThat(restore(later, data, "--replace")).as(() -> said).isZero();
        assertThat(head).as("the later copy has it").hasContent(genuine);
        assertThat(verify(data)).as(() -> said).isZero();

        // Of what was done after a restore, before the next one: the number is the same, the records are others.
        var other = genuine.replace(manifest("later.zip").seal().hash(), "0".repeat(64));
        Files.writeString(head, other);
        try (var restored = DriverManager.getConnection(database.getJdbcUrl(), TestDatabase.OWNER, "")) {
            PublishedHead.setAside(data, restored, System.out);
        }
        assertThat(head).doesNotExist();
        assertThat(aside).hasContent(genuine);
        assertThat(data.resolve("seal-head-%d-2.json".formatted(number))).hasContent(other);
    }

    @Test
    void refusesACopyThatDoesNotVerifyAndKeepsWhatWasThere() throws Exception {
        var genuine = TestDatabase.newDatabase();
        assertThat(restore(copy("genuine.zip"), genuine)).isZero();
        var owner = TestDatabase.asOwner(genuine);
        TestDatabase.tamper(
                owner,
                "series_value_aud",
                () -> owner.sql("update series_value_aud set year = year + 1 where year = 2025")
                        .update());
        assertThat(back(genuine, "tampered.zip")).isZero();
        var url = TestDatabase.newDatabase();
        assertThat(restore(folder.resolve("tampered.zip"), url)).isEqualTo(1);
        assertThat(said).contains("Расхождений:", "--despite-faults");
        assertThat(tables(url)).isZero();
        assertThat(restore(folder.resolve("tampered.zip"), genuine, "--replace", "--despite-faults"))
                .as(() -> said)
                .isZero();
    }

    @Test
    void keepsTheCopyFromOthersAndNeverShowsHalfOfIt() throws Exception {
        var copy = copy("private.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(back(database.getJdbcUrl(), "private.zip")).isEqualTo(1);
        assertThat(said).contains("Файл уже есть");
        assertThat(back(TestDatabase.newDatabase(), "nothing.zip")).isEqualTo(1);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(copy);
        }
    }

    @Test
    void explainsItself() {
        assertThat(run(BackupRun.BACKUP)).isEqualTo(2);
        assertThat(said).contains("./zhospar restore ФАЙЛ");
        assertThat(run(BackupRun.RESTORE, "a", "--url=jdbc:postgresql://x/y", "--data=z"))
                .isEqualTo(2);
        assertThat(run(BackupRun.RESTORE, "a", "--force")).isEqualTo(2);
    }

    private Path copy(String name) {
        assertThat(back(database.getJdbcUrl(), name)).as(() -> said).isZero();
        return folder.resolve(name);
    }

    private int back(String url, String name) {
        return run(BackupRun.BACKUP, folder.resolve(name).toString(), "--url=" + url, "--user=" + TestDatabase.OWNER);
    }

    private int restore(Path copy, String url, String... more) {
        var arguments = new ArrayList<>(List.of(copy.toString(), "--url=" + url, "--user=" + TestDatabase.OWNER));
        arguments.addAll(List.of(more));
        return run(BackupRun.RESTORE, arguments.toArray(String[]::new));
    }

    private int restore(Path copy, Path data, String... more) {
        var arguments = new ArrayList<>(List.of(copy.toString(), "--data=" + data));
        arguments.addAll(List.of(more));
        return run(BackupRun.RESTORE, arguments.toArray(String[]::new));
    }

    private int verify(Path data) {
        return saying(console -> VerifyCommand.run(console, console, Map.of(), "--data=" + data));
    }

    private int verify(String url) {
        return saying(console ->
                VerifyCommand.run(console, console, Map.of(), "--url=" + url, "--user=" + TestDatabase.OWNER));
    }

    private int run(String command, String... arguments) {
        return saying(console -> new BackupRun(console, console, Map.of()).run(command, arguments));
    }

    private int saying(ToIntFunction<PrintStream> work) {
        var out = new ByteArrayOutputStream();
        var code = work.applyAsInt(new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Manifest manifest(String name) throws IOException {
        try (var file = BackupFile.open(folder.resolve(name))) {
            return file.manifest();
        }
    }

    private long rows(String name, String table) throws IOException {
        return manifest(name).tables().stream()
                .filter(one -> one.name().equals(table))
                .mapToLong(Manifest.Table::rows)
                .sum();
    }

    private static long revisions(String url) {
        return count(url, "revision");
    }

    private static long tables(String url) {
        return count(url, "pg_tables where schemaname = 'public'");
    }

    private static long count(String url, String from) {
        return TestDatabase.asOwner(url)
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
