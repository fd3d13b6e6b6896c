package kz.zhospar.calendar.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.zhospar.calendar.DayKind;
import kz.zhospar.calendar.DayStatement;
import kz.zhospar.common.LocalizedText;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shipped days of a country.
 *
 * @param note what the reader of the file has to know
 * @param sources what each day rests on, by a short key
 */
record DayFile(String note, Map<String, String> sources, List<Row> days) {

    /** @param source a key of the file's sources */
    record Row(LocalDate day, DayKind kind, String source, LocalizedText name) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static DayFile kazakhstan() {
        try (var stream = new ClassPathResource("calendar/kazakhstan.json").getInputStream()) {
            return JSON.readValue(stream, DayFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<DayStatement> statements() {
        return days.stream()
                .map(row -> new DayStatement(row.day(), row.kind(), row.name(), source(row)))
                .toList();
    }

    private String source(Row row) {
        var source = sources.get(row.source());
        if (source == null) {
            throw new IllegalStateException("%s names an unknown source: %s".formatted(row.day(), row.source()));
        }
        return source;
    }
}
