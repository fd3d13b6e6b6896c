package kz.zhospar.change.internal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.ValueJson;
import org.jspecify.annotations.Nullable;

/**
 * A change as columns.
 *
 * @param goalId the goal that the item belongs to, for the rights of curators and for lists; null above the goals
 * @param base what the change was made from, as JSON
 * @param value what it would state, as JSON
 */
@Embeddable
public record StoredChange(
        @Enumerated(EnumType.STRING) Kind kind,
        @Enumerated(EnumType.STRING) ItemType itemType,
        UUID itemId,
        @Enumerated(EnumType.STRING) @Nullable Attribute attribute,
        @Nullable Integer year,
        @Nullable UUID goalId,
        @Nullable String base,
        @Nullable String value) {

    /** How an item is changed. */
    public enum Kind {
        ADD,
        EDIT,
        REMOVE
    }

    static StoredChange of(Change change, @Nullable UUID goalId) {
        var type = change.ref().type();
        var id = change.ref().id();
        return switch (change) {
            case Change.Add add ->
                new StoredChange(Kind.ADD, type, id, null, null, goalId, null, ValueJson.print(add.item()));
            case Change.Remove remove ->
                new StoredChange(Kind.REMOVE, type, id, null, null, goalId, ValueJson.print(remove.base()), null);
            case Change.Edit edit ->
                new StoredChange(
                        Kind.EDIT,
                        type,
                        id,
                        edit.field().attribute(),
                        edit.field().year(),
                        goalId,
                        ValueJson.print(edit.base()),
                        ValueJson.print(edit.value()));
        };
    }

    public Change change() {
        var ref = new ItemRef(itemType, itemId);
        return switch (kind) {
            case ADD -> new Change.Add(ValueJson.readItem(ref, Objects.requireNonNull(value)));
            case REMOVE -> new Change.Remove(ValueJson.readItem(ref, Objects.requireNonNull(base)));
            case EDIT ->
                new Change.Edit(
                        ref,
                        new Field(Objects.requireNonNull(attribute), year),
                        ValueJson.read(attribute, base),
                        ValueJson.read(attribute, value));
        };
    }

    /** A further value for the changed field, from its JSON. */
    @Nullable
    Object read(@Nullable String json) {
        return attribute == null ? null : ValueJson.read(attribute, json);
    }
}
