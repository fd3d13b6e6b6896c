package kz.zhospar.change.internal;

import java.util.List;
import kz.zhospar.plan.Change;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A set of changes as one text. */
final class ChangesJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<StoredChange>> ROWS = new TypeReference<>() {};

    private ChangesJson() {}

    static String print(List<Change> changes) {
        return JSON.writeValueAsString(
                changes.stream().map(change -> StoredChange.of(change, null)).toList());
    }

    static List<Change> read(String text) {
        return JSON.readValue(text, ROWS).stream().map(StoredChange::change).toList();
    }
}
