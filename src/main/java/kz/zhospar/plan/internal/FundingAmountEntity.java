package kz.zhospar.plan.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.envers.Audited;

/** Money of one year, in million tenge. */
@Entity
@Table(name = "funding_amount")
@Audited
class FundingAmountEntity extends YearlyRow {

    protected FundingAmountEntity() {} // JPA

    FundingAmountEntity(Item item, Field field) {
        super(item.ref().id(), field);
        write(item);
    }

    @Override
    Attribute attribute() {
        return Attribute.AMOUNT;
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.FUNDING, itemId());
    }
}
