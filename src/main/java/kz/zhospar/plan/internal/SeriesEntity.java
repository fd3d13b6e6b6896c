package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Better;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "series")
@Audited
class SeriesEntity extends PlanRow {

    private @Nullable UUID indicatorId;

    private @Nullable Integer number;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText unit;

    @Enumerated(EnumType.STRING)
    private @Nullable Better better;

    private @Nullable Integer decimals;

    private @Nullable UUID originId;

    private @Nullable UUID sourceId;

    private @Nullable UUID curatorId;

    protected SeriesEntity() {} // JPA

    SeriesEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        indicatorId = item.get(PARENT);
        number = item.get(NUMBER);
        title = Columns.localized(item, TITLE);
        unit = Columns.localized(item, UNIT);
        better = item.get(BETTER);
        decimals = item.get(DECIMALS);
        originId = item.get(ORIGIN);
        sourceId = item.get(SOURCE);
        curatorId = item.get(CURATOR);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.SERIES, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(PARENT, indicatorId)
                .put(NUMBER, number)
                .put(TITLE, title)
                .put(UNIT, unit)
                .put(BETTER, better)
                .put(DECIMALS, decimals)
                .put(ORIGIN, originId)
                .put(SOURCE, sourceId)
                .put(CURATOR, curatorId);
    }
}
