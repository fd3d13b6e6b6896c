package kz.zhospar.plan.internal;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.common.Sha256;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON file of a plan, read record by record so that a fault is found in its record. */
final class PlanFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final byte[] bytes;
    private final JsonNode root;

    PlanFile(Resource folder, String name) {
        this.name = name;
        try {
            bytes = folder.createRelative(name).getContentAsByteArray();
            root = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new PlanFileException(name, "whole file", "cannot be read: " + e.getMessage());
        } catch (JacksonException e) {
            throw new PlanFileException(name, "whole file", "is not JSON: " + e.getOriginalMessage());
        }
    }

    String name() {
        return name;
    }

    String checksum() {
        return Sha256.of(bytes);
    }

    <T> T whole(Class<T> type) {
        return convert(root, type, "whole file");
    }

    /** Hands over each record of the list with its name; what the reader objects to is reported with that name. */
    <T> void each(Class<T> type, Function<T, String> named, BiConsumer<String, T> reader) {
        if (!root.isArray()) {
            throw new PlanFileException(name, "whole file", "is not a list of records");
        }
        int number = 0;
        for (var node : root) {
            number++;
            var record = convert(node, type, "record " + number);
            var label = "record %d (%s)".formatted(number, named.apply(record));
            try {
                reader.accept(label, record);
            } catch (IllegalArgumentException | NullPointerException e) {
                throw new PlanFileException(name, label, String.valueOf(e.getMessage()));
            }
        }
    }

    private <T> T convert(JsonNode node, Class<T> type, String record) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JacksonException e) {
            throw new PlanFileException(name, record, place(e) + e.getOriginalMessage());
        }
    }

    private static String place(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .map(step -> step + ": ")
                .collect(Collectors.joining());
    }
}
