package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "direction")
@Audited
class DirectionEntity extends PlanRow {

    private @Nullable UUID planId;

    private @Nullable Integer number;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    protected DirectionEntity() {} // JPA

    DirectionEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        planId = item.get(PARENT);
        number = item.get(NUMBER);
        title = Columns.localized(item, TITLE);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.DIRECTION, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(PARENT, planId).put(NUMBER, number).put(TITLE, title);
    }
}
