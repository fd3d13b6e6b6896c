package kz.zhospar.plan;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.TreeMap;
import kz.zhospar.common.Quantity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values and items as canonical JSON: equal values give equal texts, so that the texts can be stored, compared and
 * hashed. A quantity is its printed form; the attribute tells how to read a text back.
 */
public final class ValueJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .build();

    private ValueJson() {}

    public static @Nullable String print(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Quantity quantity -> JSON.writeValueAsString(quantity.print());
            case Item item -> printItem(item);
            default -> JSON.writeValueAsString(value);
        };
    }

    public static @Nullable Object read(Attribute attribute, @Nullable String json) {
        if (json == null) {
            return null;
        }
        return attribute.type() == Quantity.class
                ? Quantity.parse(JSON.readValue(json, String.class)).orElse(null)
                : JSON.readValue(json, attribute.type());
    }

    public static Item readItem(ItemRef ref, String json) {
        var item = Item.of(ref);
        JSON.readTree(json).forEachEntry((name, value) -> {
            var field = field(name);
            item.put(field, read(field.attribute(), value.toString()));
        });
        return item.build();
    }

    private static String printItem(Item item) {
        var fields = new TreeMap<String, Object>();
        item.values()
                .forEach((field, value) ->
                        fields.put(field.toString(), value instanceof Quantity quantity ? quantity.print() : value));
        return JSON.writeValueAsString(fields);
    }

    private static Field field(String name) {
        var parts = name.split(" ");
        var attribute = Attribute.valueOf(parts[0]);
        return parts.length == 1 ? Field.of(attribute) : Field.of(attribute, Integer.parseInt(parts[1]));
    }
}
