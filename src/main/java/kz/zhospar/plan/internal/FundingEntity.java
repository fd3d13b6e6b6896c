package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "funding")
@Audited
class FundingEntity extends PlanRow {

    private @Nullable UUID parentId;

    @Enumerated(EnumType.STRING)
    private @Nullable FundingSource source;

    protected FundingEntity() {} // JPA

    FundingEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        parentId = item.get(PARENT);
        source = item.get(FUNDING_SOURCE);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.FUNDING, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(PARENT, parentId).put(FUNDING_SOURCE, source);
    }
}
