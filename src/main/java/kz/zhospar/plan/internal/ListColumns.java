package kz.zhospar.plan.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import kz.zhospar.plan.Measures;
import kz.zhospar.plan.Phases;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Short lists without an identity of their own, kept as JSON in one column and so audited as one value. */
final class ListColumns {

    private ListColumns() {}

    @Converter
    static class PhasesColumn extends JsonColumn<Phases> {
        PhasesColumn() {
            super(Phases.class);
        }
    }

    @Converter
    static class MeasuresColumn extends JsonColumn<Measures> {
        MeasuresColumn() {
            super(Measures.class);
        }
    }

    abstract static class JsonColumn<T> implements AttributeConverter<T, String> {

        private static final JsonMapper JSON = JsonMapper.shared();
        private final Class<T> type;

        JsonColumn(Class<T> type) {
            this.type = type;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable T value) {
            return value == null ? null : JSON.writeValueAsString(value);
        }

        @Override
        public @Nullable T convertToEntityAttribute(@Nullable String json) {
            return json == null ? null : JSON.readValue(json, type);
        }
    }
}
