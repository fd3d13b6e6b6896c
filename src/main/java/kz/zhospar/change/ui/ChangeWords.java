package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** How changes read in the reader's language, also those of items that the plan has not yet or no longer. */
public final class ChangeWords {

    private static final int DEEPEST = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Old and new of what a reader takes in at one glance. */
    record Line(String what, String before, String after, String deviation) {}

    private final PlanSnapshot plan;
    private final PlanSnapshot known;
    private final PlanWords words;

    /** @param changes what is added or removed by them can be named, too */
    public ChangeWords(PlanSnapshot plan, Collection<? extends Change> changes) {
        var items = new HashMap<>(plan.items());
        for (var change : changes) {
            switch (change) {
                case Change.Add add -> items.putIfAbsent(add.ref(), add.item());
                case Change.Remove remove -> items.putIfAbsent(remove.ref(), remove.base());
                case Change.Edit _ -> {}
            }
        }
        this.plan = plan;
        this.known = new PlanSnapshot(plan.revision(), plan.asOf(), items);
        this.words = new PlanWords(Texts.language(), known);
    }

    /** Whether the approved plan has the item. */
    boolean isInPlan(ItemRef ref) {
        return plan.find(ref).isPresent();
    }

    /** What kind of item it is and its number. */
    public String label(ItemRef ref) {
        return known.find(ref).map(words::label).orElseGet(() -> words.type(ref.type()));
    }

    public String title(ItemRef ref) {
        return known.find(ref).map(words::title).orElse("");
    }

    /** Label and title in one. */
    public String name(ItemRef ref) {
        var title = title(ref);
        return title.isEmpty() ? label(ref) : label(ref) + " «" + title + "»";
    }

    /** Where a change is made: the item, with the field where a single one is edited. */
    public String place(Change change) {
        var field = change.fieldOrNull();
        return field == null ? name(change.ref()) : t("change.field-of", name(change.ref()), field(field));
    }

    /** The goal that an item belongs to or, while it was there, belonged to. */
    Optional<Item> goal(ItemRef ref) {
        var item = known.find(ref);
        for (int depth = 0; depth < DEEPEST && item.isPresent(); depth++) {
            if (item.get().ref().type() == ItemType.GOAL) {
                return item;
            }
            item = parent(item.get());
        }
        return Optional.empty();
    }

    /** The number of the goal, which its page is addressed by; empty above the goals. */
    Optional<String> goalNumber(ItemRef ref) {
        return goal(ref).map(goal -> goal.get(Attribute.CODE));
    }

    private Optional<Item> parent(Item item) {
        UUID parent = item.ref().type().has(Attribute.PARENT) ? item.get(Attribute.PARENT) : null;
        return parent == null
                ? Optional.empty()
                : Stream.of(ItemType.INDICATOR, ItemType.GOAL, ItemType.ACTION, ItemType.DIRECTION)
                        .flatMap(type -> known.find(new ItemRef(type, parent)).stream())
                        .findFirst();
    }

    public String field(Field field) {
        return words.field(field);
    }

    String attribute(Attribute attribute) {
        return t("plan.attribute." + attribute);
    }

    public String value(Field field, @Nullable Object value) {
        return value instanceof String due && field.attribute() == Attribute.DUE ? due(due) : words.value(value);
    }

    /** A draft may state what is no date. */
    private String due(String due) {
        try {
            return words.due(due);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return due;
        }
    }

    /** What is edited; a text in several languages gives one line for each language in which it differs. */
    List<Line> lines(Change.Edit edit) {
        if (edit.field().attribute().type() != LocalizedText.class) {
            return List.of(new Line(
                    field(edit.field()),
                    value(edit.field(), edit.base()),
                    value(edit.field(), edit.value()),
                    deviation(edit)));
        }
        var lines = new ArrayList<Line>();
        for (var language : Language.values()) {
            var before = in(language, edit.base());
            var after = in(language, edit.value());
            if (!before.equals(after)) {
                lines.add(new Line(
                        t("change.in-language." + language.code(), field(edit.field())),
                        orNothing(before),
                        orNothing(after),
                        ""));
            }
        }
        return lines;
    }

    private static String in(Language language, @Nullable Object text) {
        if (!(text instanceof LocalizedText localized)) {
            return "";
        }
        return switch (language) {
            case RU -> localized.ru();
            case KK -> localized.kk();
            case EN -> localized.en();
        };
    }

    private String orNothing(String text) {
        return text.isBlank() ? words.value(null) : text;
    }

    /** {@code +2,5 (+12,5 %)}, or nothing where old and new cannot be subtracted. */
    private String deviation(Change.Edit edit) {
        if (!(edit.base() instanceof Quantity before && edit.value() instanceof Quantity after)
                || before.number() == null
                || after.number() == null
                || before.comparison() != after.comparison()) {
            return "";
        }
        var difference = after.number().subtract(before.number());
        if (difference.signum() == 0) {
            return "";
        }
        var unit = unit(edit);
        var text = signed(difference) + (unit.isEmpty() ? "" : " " + unit);
        if (before.number().signum() == 0) {
            return text;
        }
        var share = difference.multiply(HUNDRED).divide(before.number().abs(), 1, RoundingMode.HALF_UP);
        return t("change.deviation", text, signed(share));
    }

    private String unit(Change.Edit edit) {
        if (edit.field().attribute() == Attribute.AMOUNT) {
            return t("change.million-tenge");
        }
        return known.find(edit.ref())
                .filter(item -> item.ref().type() == ItemType.SERIES)
                .map(item -> item.<@Nullable LocalizedText>get(Attribute.UNIT))
                .map(unit -> unit.in(Texts.language()))
                .orElse("");
    }

    private static String signed(BigDecimal number) {
        Formats formats = Ui.formats();
        return (number.signum() < 0 ? "−" : "+") + formats.number(number.abs());
    }
}
