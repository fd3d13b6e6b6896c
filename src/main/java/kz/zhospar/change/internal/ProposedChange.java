package kz.zhospar.change.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.ValueJson;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One change of a request, stored. Its id follows from its place, so that retyping a value keeps one row. */
@Entity
@Table(name = "proposed_change")
@Audited
class ProposedChange {

    enum Kind {
        ADD,
        EDIT,
        REMOVE
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID requestId;
    private int position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private ItemType itemType;

    private UUID itemId;

    @Enumerated(EnumType.STRING)
    private @Nullable Attribute attribute;

    private @Nullable Integer year;

    /** The goal that the item belongs to, for the rights of curators and for lists; null above the goals. */
    private @Nullable UUID goalId;

    private @Nullable String base;
    private @Nullable String value;

    protected ProposedChange() {} // JPA

    ProposedChange(UUID requestId, Change change) {
        this.id = id(requestId, change);
        this.requestId = requestId;
        this.itemType = change.ref().type();
        this.itemId = change.ref().id();
    }

    static UUID id(UUID requestId, Change change) {
        var field = change.fieldOrNull();
        var place = requestId + "/" + change.ref() + (field == null ? "" : "/" + field);
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    void write(int position, Change change, @Nullable UUID goalId) {
        this.position = position;
        this.goalId = goalId;
        switch (change) {
            case Change.Add add -> write(Kind.ADD, null, ValueJson.print(add.item()));
            case Change.Remove remove -> write(Kind.REMOVE, ValueJson.print(remove.base()), null);
            case Change.Edit edit -> {
                attribute = edit.field().attribute();
                year = edit.field().year();
                write(Kind.EDIT, ValueJson.print(edit.base()), ValueJson.print(edit.value()));
            }
        }
    }

    private void write(Kind kind, @Nullable String base, @Nullable String value) {
        this.kind = kind;
        this.base = base;
        this.value = value;
    }

    Change change() {
        var ref = new ItemRef(itemType, itemId);
        return switch (kind) {
            case ADD -> new Change.Add(ValueJson.readItem(ref, Objects.requireNonNull(value)));
            case REMOVE -> new Change.Remove(ValueJson.readItem(ref, Objects.requireNonNull(base)));
            case EDIT -> {
                var field = new Field(Objects.requireNonNull(attribute), year);
                yield new Change.Edit(ref, field, ValueJson.read(attribute, base), ValueJson.read(attribute, value));
            }
        };
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    @Nullable
    UUID goalId() {
        return goalId;
    }
}
