package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "curator")
@Audited
class CuratorEntity extends PlanRow {

    private @Nullable Integer number;

    private String code;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    protected CuratorEntity() {} // JPA

    CuratorEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        number = item.get(NUMBER);
        code = Columns.text(item, CODE);
        title = Columns.localized(item, TITLE);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.CURATOR_POST, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(NUMBER, number).put(CODE, code).put(TITLE, title);
    }
}
