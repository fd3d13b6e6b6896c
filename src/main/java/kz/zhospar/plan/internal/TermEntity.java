package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.TermKind;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "term")
@Audited
class TermEntity extends PlanRow {

    private @Nullable Integer number;

    @Enumerated(EnumType.STRING)
    private @Nullable TermKind kind;

    private String code;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    protected TermEntity() {} // JPA

    TermEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        number = item.get(NUMBER);
        kind = item.get(TERM_KIND);
        code = Columns.text(item, CODE);
        title = Columns.localized(item, TITLE);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.TERM, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(NUMBER, number).put(TERM_KIND, kind).put(CODE, code).put(TITLE, title);
    }
}
