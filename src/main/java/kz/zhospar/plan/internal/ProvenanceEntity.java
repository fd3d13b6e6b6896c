package kz.zhospar.plan.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.Provenance;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Where the fact of a series in one year comes from. It may be stated before the fact is, and so has its own row. */
@Entity
@Table(name = "series_provenance")
@Audited
class ProvenanceEntity extends PlanRow {

    private UUID itemId;
    private int year;
    private String source;

    @Column(name = "as_of")
    private @Nullable LocalDate date;

    private boolean preliminary;
    private String comment;

    protected ProvenanceEntity() {} // JPA

    ProvenanceEntity(Item item, Field field) {
        super(YearlyRow.id(item.ref().id(), field));
        this.itemId = item.ref().id();
        this.year = Objects.requireNonNull(field.year());
        write(item);
    }

    @Override
    final void write(Item item) {
        var provenance = (Provenance) item.value(field()).orElseThrow();
        source = provenance.source();
        date = provenance.date();
        preliminary = provenance.preliminary();
        comment = provenance.comment();
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.SERIES, itemId);
    }

    @Override
    public void read(Item.Builder item) {
        item.put(field(), new Provenance(source, date, preliminary, comment));
    }

    private Field field() {
        return Field.of(Attribute.PROVENANCE, year);
    }
}
