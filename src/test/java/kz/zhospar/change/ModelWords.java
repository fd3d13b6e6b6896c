package kz.zhospar.change;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.jspecify.annotations.Nullable;

/** What the application says, in the plain words of the model. */
final class ModelWords {

    private ModelWords() {}

    static ModelPlan plan(Map<ItemRef, Item> items) {
        var plain = new HashMap<String, Map<String, String>>();
        items.forEach((ref, item) -> plain.put(ref.id().toString(), item(item)));
        return new ModelPlan(plain);
    }

    static Map<String, String> item(Item item) {
        var fields = new TreeMap<String, String>();
        item.values().forEach((field, value) -> fields.put(field.toString(), value(value)));
        fields.put(ModelPlan.TYPE, item.ref().type().name());
        return fields;
    }

    static @Nullable String value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Quantity quantity -> quantity.print();
            case Executors executors ->
                executors.list().stream()
                        .map(executor -> executor.body().toString())
                        .collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    static ModelPlan.Change change(Change change) {
        var id = change.ref().id().toString();
        return switch (change) {
            case Change.Add add -> new ModelPlan.Change('A', id, "", null, item(add.item()));
            case Change.Remove remove -> new ModelPlan.Change('R', id, "", item(remove.base()), null);
            case Change.Edit edit ->
                new ModelPlan.Change('E', id, edit.field().toString(), value(edit.base()), value(edit.value()));
        };
    }

    static ItemRef ref(String id, Map<String, String> item) {
        return new ItemRef(ItemType.valueOf(item.get(ModelPlan.TYPE)), UUID.fromString(id));
    }

    static Field field(String name) {
        var words = name.split(" ");
        var attribute = Attribute.valueOf(words[0]);
        return words.length == 1 ? Field.of(attribute) : Field.of(attribute, Integer.parseInt(words[1]));
    }
}
