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

@Entity
@Table(name = "body")
@Audited
class BodyEntity extends PlanRow {

    private String code;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText abbreviation;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    private String kind;

    private boolean certain;

    protected BodyEntity() {} // JPA

    BodyEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        code = Columns.text(item, CODE);
        abbreviation = Columns.localized(item, ABBREVIATION);
        title = Columns.localized(item, TITLE);
        kind = Columns.text(item, BODY_KIND);
        certain = item.get(CERTAIN) != null;
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.BODY, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(CODE, code)
                .put(ABBREVIATION, abbreviation)
                .put(TITLE, title)
                .put(BODY_KIND, kind)
                .put(CERTAIN, certain);
    }
}
