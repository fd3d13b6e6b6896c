package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.Measures;
import kz.zhospar.plan.Phases;
import kz.zhospar.plan.Recurrence;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "action")
@Audited
class ActionEntity extends PlanRow {

    private @Nullable UUID parentId;

    private @Nullable Integer number;

    private boolean heading;

    @Embedded
    @EmbeddedColumnNaming
    private LocalizedText title;

    private String officialText;

    @Column(name = "from_year")
    private @Nullable Integer from;

    @Column(name = "to_year")
    private @Nullable Integer to;

    private String due;

    @Enumerated(EnumType.STRING)
    private @Nullable Recurrence recurrence;

    @Convert(converter = ListColumns.PhasesColumn.class)
    private @Nullable Phases phases;

    @Convert(converter = ListColumns.MeasuresColumn.class)
    private @Nullable Measures measures;

    protected ActionEntity() {} // JPA

    ActionEntity(Item item) {
        super(item.ref().id());
        write(item);
    }

    @Override
    final void write(Item item) {
        parentId = item.get(PARENT);
        number = item.get(NUMBER);
        heading = item.get(HEADING) != null;
        title = Columns.localized(item, TITLE);
        officialText = Columns.text(item, OFFICIAL_TEXT);
        from = item.get(FROM);
        to = item.get(TO);
        due = Columns.text(item, DUE);
        recurrence = item.get(RECURRENCE);
        phases = item.get(PHASES);
        measures = item.get(MEASURES);
    }

    @Override
    public ItemRef owner() {
        return new ItemRef(ItemType.ACTION, id());
    }

    @Override
    public void read(Item.Builder item) {
        item.put(PARENT, parentId)
                .put(NUMBER, number)
                .put(HEADING, heading)
                .put(TITLE, title)
                .put(OFFICIAL_TEXT, officialText)
                .put(FROM, from)
                .put(TO, to)
                .put(DUE, due)
                .put(RECURRENCE, recurrence)
                .put(PHASES, phases)
                .put(MEASURES, measures);
    }
}
