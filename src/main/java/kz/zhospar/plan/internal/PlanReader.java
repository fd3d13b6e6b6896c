package kz.zhospar.plan.internal;

import static kz.zhospar.plan.Attribute.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Better;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.FundingSource;
import kz.zhospar.plan.IndicatorKind;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.Measures;
import kz.zhospar.plan.Phases;
import kz.zhospar.plan.Recurrence;
import kz.zhospar.plan.TermKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Reads the files of a plan into items. Ids follow from the records' own numbers, so that the same files always give
 * the same items.
 *
 * @throws PlanFileException for the first record that is broken or names something unknown
 */
final class PlanReader {

    record Manifest(
            String code,
            LocalizedText title,
            int firstYear,
            int lastYear,
            String basis,
            Map<ItemType, Integer> contents) {}

    record Structure(
            List<DirectionRecord> directions,
            List<GoalRecord> goals,
            List<KeyedRecord> fundingSources,
            List<TermRecord> informationSources,
            List<KeyedRecord> origins) {}

    record DirectionRecord(int number, LocalizedText title) {}

    record GoalRecord(String number, LocalizedText title) {}

    record KeyedRecord(String key, LocalizedText title) {}

    record TermRecord(String abbr, LocalizedText title) {}

    record BodyRecord(
            String key,
            String abbr_ru,
            String name_ru,
            String abbr_kk,
            String name_kk,
            String name_en,
            String kind,
            boolean certain) {}

    record CuratorRecord(String key, String name) {}

    record IndicatorRecord(
            int indicator,
            int row,
            String goal,
            String kind,
            String origin,
            LocalizedText name,
            LocalizedText rowName,
            LocalizedText unit,
            String better,
            int decimals,
            String source,
            String curator,
            List<String> executors,
            Set<String> byAgreement,
            Map<Integer, CellRecord> values) {}

    record CellRecord(@Nullable String planned, @Nullable String actual) {}

    record ActionRecord(
            String goal,
            int ordinal,
            @Nullable Integer parent,
            boolean heading,
            String title_ru,
            String title_kk,
            String title_en,
            List<MeasureRecord> quantities,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String due,
            String recurring,
            List<Phases.Phase> phases) {}

    record MeasureRecord(String value, String unit, String per) {}

    record FundingRecord(String goal, String source, Map<Integer, String> amounts) {}

    private static final String WHOLE_PLAN = "TOTAL";

    private final Resource folder;
    private final Manifest manifest;
    private final List<PlanFile> files = new ArrayList<>();
    private final Map<ItemRef, Item> items = new LinkedHashMap<>();

    PlanReader(Resource folder) {
        this.folder = folder;
        manifest = file("plan.json").whole(Manifest.class);
        readPlan();
        readStructure(file("structure.json"));
        readBodies(file("bodies.json"));
        readCurators(file("curators.json"));
        readIndicators(file("indicators.json"));
        readActions(file("actions.json"));
        readFunding(file("funding.json"));
        checkContents();
    }

    Manifest manifest() {
        return manifest;
    }

    List<PlanFile> files() {
        return files;
    }

    Map<ItemRef, Item> items() {
        return items;
    }

    private PlanFile file(String name) {
        var file = new PlanFile(folder, name);
        files.add(file);
        return file;
    }

    private void readPlan() {
        add(Item.of(plan())
                .put(CODE, manifest.code)
                .put(TITLE, manifest.title)
                .put(FIRST_YEAR, manifest.firstYear)
                .put(LAST_YEAR, manifest.lastYear));
    }

    private void readStructure(PlanFile file) {
        var structure = file.whole(Structure.class);
        try {
            structure.directions.forEach(record -> add(Item.of(ref(ItemType.DIRECTION, record.number))
                    .put(PARENT, plan().id())
                    .put(NUMBER, record.number)
                    .put(TITLE, record.title)));
            structure.goals.forEach(record -> add(Item.of(ref(ItemType.GOAL, record.number))
                    .put(PARENT, known(ItemType.DIRECTION, record.number.split("\\.")[0]))
                    .put(CODE, record.number)
                    .put(TITLE, record.title)));
            structure.origins.forEach(record -> addTerm(TermKind.ORIGIN, record.key, record.title));
            structure.informationSources.forEach(record -> addTerm(TermKind.SOURCE, record.abbr, record.title));
            structure.fundingSources.forEach(record -> choice(FundingSource.class, record.key));
        } catch (IllegalArgumentException e) {
            throw new PlanFileException(file.name(), "whole file", e.getMessage());
        }
    }

    private void addTerm(TermKind kind, String key, LocalizedText title) {
        var ref = ref(ItemType.TERM, kind + "/" + key);
        add(Item.of(ref)
                .put(NUMBER, count(ItemType.TERM) + 1)
                .put(TERM_KIND, kind)
                .put(CODE, key)
                .put(TITLE, title));
    }

    private void readBodies(PlanFile file) {
        file.each(
                BodyRecord.class,
                BodyRecord::key,
                (label, record) -> add(Item.of(ref(ItemType.BODY, record.key))
                        .put(CODE, record.key)
                        .put(ABBREVIATION, new LocalizedText(record.abbr_ru, record.abbr_kk, ""))
                        .put(TITLE, new LocalizedText(record.name_ru, record.name_kk, record.name_en))
                        .put(BODY_KIND, record.kind)
                        .put(CERTAIN, record.certain)));
    }

    private void readCurators(PlanFile file) {
        file.each(
                CuratorRecord.class,
                CuratorRecord::key,
                (label, record) -> add(Item.of(ref(ItemType.CURATOR_POST, record.key))
                        .put(NUMBER, count(ItemType.CURATOR_POST) + 1)
                        .put(CODE, record.key)
                        .put(TITLE, LocalizedText.of(record.name))));
    }

    private void readIndicators(PlanFile file) {
        file.each(
                IndicatorRecord.class,
                record -> "indicator %d, row %d".formatted(record.indicator, record.row),
                (label, record) -> {
                    var indicator = ref(ItemType.INDICATOR, record.indicator);
                    if (!items.containsKey(indicator)) {
                        add(Item.of(indicator)
                                .put(PARENT, known(ItemType.GOAL, record.goal))
                                .put(NUMBER, record.indicator)
                                .put(TITLE, record.name)
                                .put(INDICATOR_KIND, choice(IndicatorKind.class, record.kind)));
                    } else if (!record.name.equals(items.get(indicator).get(TITLE))
                            && !record.name.equals(record.rowName)) {
                        throw new IllegalArgumentException("the name is neither the indicator's nor the row's own");
                    }
                    add(series(record, indicator));
                });
    }

    private Item.Builder series(IndicatorRecord record, ItemRef indicator) {
        var series = Item.of(ref(ItemType.SERIES, record.indicator + "/" + record.row))
                .put(PARENT, indicator.id())
                .put(NUMBER, record.row)
                .put(TITLE, record.rowName)
                .put(UNIT, record.unit)
                .put(BETTER, choice(Better.class, record.better))
                .put(DECIMALS, record.decimals)
                .put(ORIGIN, known(ItemType.TERM, TermKind.ORIGIN + "/" + record.origin))
                .put(SOURCE, known(ItemType.TERM, TermKind.SOURCE + "/" + record.source))
                .put(CURATOR, known(ItemType.CURATOR_POST, record.curator))
                .put(EXECUTORS, executors(record));
        record.values.forEach((year, cell) -> {
            putQuantity(series, TARGET, year, cell.planned);
            putQuantity(series, ACTUAL, year, cell.actual);
        });
        return series;
    }

    private Executors executors(IndicatorRecord record) {
        if (!record.executors.containsAll(record.byAgreement)) {
            throw new IllegalArgumentException("byAgreement names a body that is not among the executors");
        }
        return new Executors(record.executors.stream()
                .map(key -> new Executors.Executor(known(ItemType.BODY, key), record.byAgreement.contains(key)))
                .toList());
    }

    private void readActions(PlanFile file) {
        file.each(
                ActionRecord.class,
                record -> "goal %s, action %d".formatted(record.goal, record.ordinal),
                (label, record) -> add(Item.of(ref(ItemType.ACTION, record.goal + "/" + record.ordinal))
                        .put(
                                PARENT,
                                record.parent == null
                                        ? known(ItemType.GOAL, record.goal)
                                        : known(ItemType.ACTION, record.goal + "/" + record.parent))
                        .put(NUMBER, record.ordinal)
                        .put(HEADING, record.heading)
                        .put(TITLE, new LocalizedText(record.title_ru, record.title_kk, record.title_en))
                        .put(FROM, record.from)
                        .put(TO, record.to)
                        .put(DUE, record.due)
                        .put(RECURRENCE, record.recurring.isEmpty() ? null : choice(Recurrence.class, record.recurring))
                        .put(PHASES, new Phases(record.phases))
                        .put(
                                MEASURES,
                                new Measures(record.quantities.stream()
                                        .map(this::measure)
                                        .toList()))));
    }

    private Measures.Measure measure(MeasureRecord record) {
        var per = record.per.isEmpty() ? Measures.Per.LEVEL : choice(Measures.Per.class, record.per);
        return new Measures.Measure(record.value, record.unit, per);
    }

    private void readFunding(PlanFile file) {
        file.each(FundingRecord.class, record -> record.goal + ", " + record.source, (label, record) -> {
            var owner = record.goal.equals(WHOLE_PLAN) ? plan().id() : known(ItemType.GOAL, record.goal);
            var funding = Item.of(ref(ItemType.FUNDING, record.goal + "/" + record.source))
                    .put(PARENT, owner)
                    .put(FUNDING_SOURCE, choice(FundingSource.class, record.source));
            record.amounts.forEach((year, amount) -> putQuantity(funding, AMOUNT, year, amount));
            add(funding);
        });
    }

    private void checkContents() {
        var counts = items.keySet().stream()
                .filter(ref -> ref.type() != ItemType.PLAN)
                .collect(Collectors.groupingBy(ItemRef::type, TreeMap::new, Collectors.summingInt(_ -> 1)));
        if (!counts.equals(new TreeMap<>(manifest.contents))) {
            throw new PlanFileException(
                    "plan.json", "contents", "announces %s but the files hold %s".formatted(manifest.contents, counts));
        }
    }

    private static void putQuantity(Item.Builder item, Attribute attribute, int year, @Nullable String cell) {
        if (cell != null) {
            item.put(Field.of(attribute, year), Quantity.parse(cell).orElse(null));
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String key) {
        return Enum.valueOf(type, key.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private UUID known(ItemType type, Object key) {
        var ref = ref(type, key);
        if (!items.containsKey(ref)) {
            throw new IllegalArgumentException("names an unknown %s: %s".formatted(type, key));
        }
        return ref.id();
    }

    private void add(Item.Builder builder) {
        var item = builder.build();
        if (items.putIfAbsent(item.ref(), item) != null) {
            throw new IllegalArgumentException("stands twice");
        }
    }

    private int count(ItemType type) {
        return (int) items.keySet().stream().filter(ref -> ref.type() == type).count();
    }

    private ItemRef plan() {
        return ref(ItemType.PLAN, "");
    }

    private ItemRef ref(ItemType type, Object key) {
        var name = "%s/%s/%s".formatted(manifest.code, type, key);
        return new ItemRef(type, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
