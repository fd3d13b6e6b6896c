package kz.zhospar.plan.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.envers.Audited;

/** The target or the actual of a series in one year. */
@Entity
@Table(name = "series_value")
@Audited
class SeriesValueEntity extends YearlyRow {

    @Enumerated(EnumType.STRING)
    private Attribute attribute;

    protected SeriesValueEntity() {} // JPA

    SeriesValueEntity(Item item, Field field) {
        super(item.ref().id(), field);
        this.attribute = field.attribute();
        write(item);
    }

    @Override
    Attribute attribute() {
        return attribute;
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.SERIES, itemId());
    }
}
