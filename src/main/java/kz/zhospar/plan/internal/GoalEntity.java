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
@Table(name = "goal")
@Audited
class GoalEntity extends PlanRow {

    private @Nullable UUID directionId;

    private String code;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    protected GoalEntity() {} // JPA

    GoalEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        directionId = item.get(PARENT);
        code = Columns.text(item, CODE);
        title = Columns.localized(item, TITLE);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.GOAL, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(PARENT, directionId).put(CODE, code).put(TITLE, title);
    }
}
