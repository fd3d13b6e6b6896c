package kz.zhospar.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import kz.zhospar.seal.SealFiles;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command, on a database and on its dumps. */
@ZhosparTest(
        properties = {"zhospar.test=verify", "zhospar.seal.home=${java.io.tmpdir}/zhospar-verify-test-${random.uuid}"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyRunModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Chain chain;

    @Autowired
    private JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    private String url;

    @TempDir
    private static Path folder;

    private Path head = Path.of("");

    private record Result(int code, String out, String err) {}

    @BeforeAll
    void prepare() throws Exception {
        chain.seal(true);
        new Drafts(context).applied("ugm", "Проверяемый");
        var seal = chain.seal(true).orElseThrow();
        head = folder.resolve("head.json");
        HeadFile.write(
                folder, Objects.requireNonNull(chain.published(seal.number()).orElseThrow()));
        Files.move(folder.resolve(SealFiles.HEAD), head);
    }

    private static Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = new VerifyRun(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of())
                .run(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void verifiesADatabaseByItsAddress() {
        var result = run("--url=" + url, "--user=zhospar", "--head=" + head);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("печатей 2", "применённых запросов 1", "Сверено с печатью", "Расхождений нет.");
        assertThat(result.code()).isZero();
    }

    @Test
    void saysThatItKnowsNoHeadFromOutside() {
        assertThat(run("--url=" + url, "--user=zhospar").out()).contains("Сверить не с чем", "Расхождений нет.");
        assertThat(run("--url=" + url, "--user=zhospar", "--head=" + "0".repeat(64)))
                .satisfies(result -> assertThat(result.code()).isEqualTo(1))
                .satisfies(result -> assertThat(result.out()).contains("В базе нет печати", "Расхождений: 1."));
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        var broken =
                Files.writeString(folder.resolve("broken.sql"), "create table x (id int);\nselect from nowhere;\n");
        var cut = Files.writeString(folder.resolve("cut.sql"), "select 'a\n");
        var empty = Files.writeString(folder.resolve("empty.sql"), "-- nothing\n");
        var cases = List.of(
                List.of("Непонятный параметр: --port=1", "--port=1"),
                List.of("Непонятный параметр: --dump=", "--dump="),
                List.of("Укажите что-то одно: --url или --dump", "--url=jdbc:postgresql://x/y", "--dump=z"),
                List.of("Адрес базы начинается с jdbc:postgresql:", "--url=postgres://x"),
                List.of("--user указывается вместе с --url", "--user=x"),
                List.of("В папке нет данных Жоспара", "--data=" + folder.resolve("nothing")),
                List.of("Нет файла", "--dump=" + folder.resolve("nothing")),
                List.of("Не читается файл", "--url=" + url, "--user=zhospar", "--head=" + folder.resolve("nothing")),
                List.of("Не читается файл", "--url=" + url, "--user=zhospar", "--head=" + broken),
                List.of("База данных недоступна", "--url=jdbc:postgresql://127.0.0.1:1/nothing", "--user=nobody"),
                List.of("Копия не восстанавливается, строка 2", "--dump=" + broken),
                List.of("Копия обрывается", "--dump=" + cut),
                List.of("нет печатей Жоспара", "--dump=" + empty));
        for (var one : cases) {
            var result = run(one.subList(1, one.size()).toArray(String[]::new));
            assertThat(result.code()).as(one.toString()).isEqualTo(2);
            assertThat(result.err()).as(one.toString()).contains(one.getFirst());
        }
    }

    @Test
    void verifiesADump() throws Exception {
        var dump = folder.resolve("whole.sql");
        new DumpWriter(jdbc, chain).write(dump);
        var result = run("--dump=" + dump, "--head=" + head);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Расхождений нет.", "применённых запросов 1");
        assertThat(result.code()).isZero();
    }

    @Test
    void namesWhatWasTamperedWithInAPackedDump() throws Exception {
        var dump = folder.resolve("plain.sql");
        new DumpWriter(jdbc, chain).write(dump);
        var revision =
                jdbc.sql("select max(number) from revision").query(Long.class).single();
        var text = Files.readString(dump);
        var altered = text.replaceFirst("(?m)^(" + revision + "\t[^\n]*)Проверяемый", "$1Подделанный");
        assertThat(altered).isNotEqualTo(text);
        var packed = folder.resolve("packed.sql.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(altered.getBytes(StandardCharsets.UTF_8));
        }
        var result =
                run("--dump=" + packed, "--head=" + chain.head().orElseThrow().hash());
        assertThat(result.out()).contains("Изменена запись журнала № " + revision, "Расхождений: 1.");
        assertThat(result.code()).isEqualTo(1);
    }
}
