package kz.zhospar.plan.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import org.hibernate.envers.Audited;

/** One body's part in a series. */
@Entity
@Table(name = "series_executor")
@Audited
class ExecutorEntity extends PlanRow {

    private UUID itemId;
    private UUID bodyId;
    private int position;
    private boolean byAgreement;

    protected ExecutorEntity() {} // JPA

    ExecutorEntity(Item series, UUID bodyId) {
        super(id(series.ref().id(), bodyId));
        this.itemId = series.ref().id();
        this.bodyId = bodyId;
        write(series);
    }

    static UUID id(UUID seriesId, UUID bodyId) {
        return UUID.nameUUIDFromBytes((seriesId + "/EXECUTOR " + bodyId).getBytes(StandardCharsets.UTF_8));
    }

    static List<Executors.Executor> of(Item series) {
        Executors executors = series.get(Attribute.EXECUTORS);
        return executors == null ? List.of() : executors.list();
    }

    @Override
    final void write(Item series) {
        var executors = of(series);
        for (int i = 0; i < executors.size(); i++) {
            if (executors.get(i).body().equals(bodyId)) {
                position = i;
                byAgreement = executors.get(i).byAgreement();
            }
        }
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.SERIES, itemId);
    }

    @Override
    public void read(Item.Builder item) {
        item.putExecutor(position, new Executors.Executor(bodyId, byAgreement));
    }
}
