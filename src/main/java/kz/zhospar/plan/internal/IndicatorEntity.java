package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.IndicatorKind;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "indicator")
@Audited
class IndicatorEntity extends PlanRow {

    private @Nullable UUID goalId;

    private @Nullable Integer number;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    @Enumerated(EnumType.STRING)
    private @Nullable IndicatorKind kind;

    protected IndicatorEntity() {} // JPA

    IndicatorEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        goalId = item.get(PARENT);
        number = item.get(NUMBER);
        title = Columns.localized(item, TITLE);
        kind = item.get(INDICATOR_KIND);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.INDICATOR, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(PARENT, goalId).put(NUMBER, number).put(TITLE, title).put(INDICATOR_KIND, kind);
    }
}
