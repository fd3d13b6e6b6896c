package kz.zhospar.plan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;

/** A broken plan file stops the load and says which file, which record and why. */
class PlanReaderTest {

    private static final Path TINY = Path.of("src/test/resources/plan/tiny");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.list(TINY)) {
            files.forEach(file -> write(folder.resolve(file.getFileName()), read(file)));
        }
    }

    @Test
    void readsTheSameItemsEveryTime() {
        assertThat(load().items()).isEqualTo(load().items()).hasSize(14);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "indicators.json | \"goal\": \"1.1\" | \"goal\": \"9.9\" | record 1 (indicator 1, row 1) | unknown GOAL: 9.9",
                "indicators.json | \"executors\": [\"two\"] | \"executors\": [\"three\"] | record 2 | unknown BODY: three",
                "indicators.json | \"row\": 2 | \"row\": 1 | record 2 | stands twice",
                "indicators.json | \"better\": \"lower\" | \"better\": \"worse\" | record 2 | WORSE",
                "indicators.json | \"decimals\": 0 | \"decimal\": 0 | record 2 | decimal",
                "indicators.json | \"byAgreement\": [\"two\"] | \"byAgreement\": [\"x\"] | record 1 | byAgreement",
                "actions.json | \"parent\": 1 | \"parent\": 7 | record 2 (goal 1.1, action 2) | unknown ACTION: 1.1/7",
                "actions.json | \"yearly\" | \"sometimes\" | record 2 | SOMETIMES",
                "actions.json | ] | ]] | whole file | JSON",
                "funding.json | \"local\" | \"petty cash\" | record 1 | PETTY_CASH",
                "funding.json | [{ | { | whole file | JSON",
                "structure.json | \"1.1\" | \"4.1\" | whole file | unknown DIRECTION: 4",
                "plan.json | \"ACTION\": 2 | \"ACTION\": 3 | contents | ACTION=3",
            })
    void namesFileRecordAndReason(String file, String good, String bad, String record, String reason) {
        var path = folder.resolve(file);
        var text = read(path);
        assertThat(text).contains(good);
        write(path, text.replaceFirst(Pattern.quote(good), bad));
        assertThatThrownBy(this::load)
                .isInstanceOf(PlanFileException.class)
                .hasMessageContainingAll("Plan file " + file, record, reason);
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.delete(folder.resolve("bodies.json"));
        assertThatThrownBy(this::load)
                .isInstanceOf(PlanFileException.class)
                .hasMessageContainingAll("bodies.json", "cannot be read");
    }

    private PlanReader load() {
        return new PlanReader(new FileSystemResource(folder + "/"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
