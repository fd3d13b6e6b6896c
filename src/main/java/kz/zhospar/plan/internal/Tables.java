package kz.zhospar.plan.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemType;

/** Which rows make up an item of which type. Order matters: what is referred to stands before what refers to it. */
public final class Tables {

    /** A kind of row, the type of item it belongs to, and the property that names that item. */
    public record Table(Class<? extends PlanRow> kind, ItemType type, String ownerProperty) {}

    public static final List<Table> ALL = List.of(
            new Table(PlanEntity.class, ItemType.PLAN, "id"),
            new Table(BodyEntity.class, ItemType.BODY, "id"),
            new Table(CuratorEntity.class, ItemType.CURATOR_POST, "id"),
            new Table(TermEntity.class, ItemType.TERM, "id"),
            new Table(DirectionEntity.class, ItemType.DIRECTION, "id"),
            new Table(GoalEntity.class, ItemType.GOAL, "id"),
            new Table(IndicatorEntity.class, ItemType.INDICATOR, "id"),
            new Table(SeriesEntity.class, ItemType.SERIES, "id"),
            new Table(SeriesValueEntity.class, ItemType.SERIES, "itemId"),
            new Table(ProvenanceEntity.class, ItemType.SERIES, "itemId"),
            new Table(ExecutorEntity.class, ItemType.SERIES, "itemId"),
            new Table(ActionEntity.class, ItemType.ACTION, "id"),
            new Table(FundingEntity.class, ItemType.FUNDING, "id"),
            new Table(FundingAmountEntity.class, ItemType.FUNDING, "itemId"));

    private Tables() {}

    public static Stream<Table> of(ItemType type) {
        return ALL.stream().filter(table -> table.type() == type);
    }

    /** The place of one row: its kind and id, with what makes the row when there is none yet. */
    record Place(Class<? extends PlanRow> kind, UUID id) {}

    /** Every row that the item needs, its own row first. */
    static SequencedMap<Place, Supplier<PlanRow>> rows(Item item) {
        var rows = new LinkedHashMap<Place, Supplier<PlanRow>>();
        var id = item.ref().id();
        switch (item.ref().type()) {
            case PLAN -> rows.put(new Place(PlanEntity.class, id), () -> new PlanEntity(item));
            case BODY -> rows.put(new Place(BodyEntity.class, id), () -> new BodyEntity(item));
            case CURATOR_POST -> rows.put(new Place(CuratorEntity.class, id), () -> new CuratorEntity(item));
            case TERM -> rows.put(new Place(TermEntity.class, id), () -> new TermEntity(item));
            case DIRECTION -> rows.put(new Place(DirectionEntity.class, id), () -> new DirectionEntity(item));
            case GOAL -> rows.put(new Place(GoalEntity.class, id), () -> new GoalEntity(item));
            case INDICATOR -> rows.put(new Place(IndicatorEntity.class, id), () -> new IndicatorEntity(item));
            case SERIES -> rows.put(new Place(SeriesEntity.class, id), () -> new SeriesEntity(item));
            case ACTION -> rows.put(new Place(ActionEntity.class, id), () -> new ActionEntity(item));
            case FUNDING -> rows.put(new Place(FundingEntity.class, id), () -> new FundingEntity(item));
        }
        item.values().keySet().stream()
                .filter(field -> field.attribute().yearly())
                .forEach(field -> putYearly(rows, item, field));
        ExecutorEntity.of(item)
                .forEach(executor -> rows.put(
                        new Place(ExecutorEntity.class, ExecutorEntity.id(id, executor.body())),
                        () -> new ExecutorEntity(item, executor.body())));
        return rows;
    }

    private static void putYearly(Map<Place, Supplier<PlanRow>> rows, Item item, Field field) {
        var id = YearlyRow.id(item.ref().id(), field);
        if (item.ref().type() == ItemType.FUNDING) {
            rows.put(new Place(FundingAmountEntity.class, id), () -> new FundingAmountEntity(item, field));
        } else if (field.attribute() == Attribute.PROVENANCE) {
            rows.put(new Place(ProvenanceEntity.class, id), () -> new ProvenanceEntity(item, field));
        } else {
            rows.put(new Place(SeriesValueEntity.class, id), () -> new SeriesValueEntity(item, field));
        }
    }
}
