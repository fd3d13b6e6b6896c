package kz.zhospar.plan.internal;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.StoredRow;
import org.hibernate.envers.Audited;

/**
 * A stored part of one item. Rows name each other by id and not by association: any state of the plan, present or past,
 * is then read with one query for each table.
 */
@MappedSuperclass
@Audited
public abstract class PlanRow implements StoredRow {

    @Id
    private UUID id;

    @Version
    private long version;

    protected PlanRow() {} // JPA

    PlanRow(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    @Override
    public Object key() {
        return new Tables.Place(getClass(), id);
    }

    /** Takes over from the item what this row stores of it. */
    abstract void write(Item item);
}
