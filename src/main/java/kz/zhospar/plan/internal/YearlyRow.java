package kz.zhospar.plan.internal;

import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.common.Comparison;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One yearly value of an item. Its id follows from its place, so that its history is the history of one row. */
@MappedSuperclass
@Audited
abstract class YearlyRow extends PlanRow {

    private UUID itemId;
    private int year;
    private String comparison;
    private @Nullable BigDecimal number;
    private @Nullable String text;

    protected YearlyRow() {} // JPA

    YearlyRow(UUID itemId, Field field) {
        super(id(itemId, field));
        this.itemId = itemId;
        this.year = Objects.requireNonNull(field.year());
    }

    static UUID id(UUID itemId, Field field) {
        return UUID.nameUUIDFromBytes((itemId + "/" + field).getBytes(StandardCharsets.UTF_8));
    }

    abstract Attribute attribute();

    UUID itemId() {
        return itemId;
    }

    @Override
    final void write(Item item) {
        var quantity = (Quantity) item.value(Field.of(attribute(), year)).orElseThrow();
        comparison = quantity.comparison().symbol();
        number = quantity.number();
        text = quantity.text();
    }

    @Override
    public final void read(Item.Builder item) {
        item.put(Field.of(attribute(), year), new Quantity(Comparison.of(comparison), number, text));
    }
}
