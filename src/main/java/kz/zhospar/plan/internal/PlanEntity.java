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
@Table(name = "plan")
@Audited
class PlanEntity extends PlanRow {

    private String code;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    private @Nullable Integer firstYear;
    private @Nullable Integer lastYear;

    protected PlanEntity() {} // JPA

    PlanEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        code = Columns.text(item, CODE);
        title = Columns.localized(item, TITLE);
        firstYear = item.get(FIRST_YEAR);
        lastYear = item.get(LAST_YEAR);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.PLAN, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(CODE, code).put(TITLE, title).put(FIRST_YEAR, firstYear).put(LAST_YEAR, lastYear);
    }
}
