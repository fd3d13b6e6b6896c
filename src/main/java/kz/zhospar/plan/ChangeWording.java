package kz.zhospar.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Messages;
import kz.zhospar.common.Quantity;
import org.jspecify.annotations.Nullable;

/** How changes read in one language, on screens and in documents alike, also those of items that a plan lacks. */
public final class ChangeWording {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Old and new of what a reader takes in at one glance; {@code deviation} is empty where there is none. */
    public record Line(String what, String before, String after, String deviation) {}

    /** One field of an item in words. */
    public record Statement(Field field, String what, String value) {}

    private final Language language;
    private final Formats formats;
    private final PlanSnapshot known;
    private final PlanWords words;

    /** @param changes what is added or removed by them can be named, too */
    public ChangeWording(Language language, PlanSnapshot plan, Collection<? extends Change> changes) {
        var items = new HashMap<>(plan.items());
        for (var change : changes) {
            switch (change) {
                case Change.Add add -> items.putIfAbsent(add.ref(), add.item());
                case Change.Remove remove -> items.putIfAbsent(remove.ref(), remove.base());
                case Change.Edit _ -> {}
            }
        }
        this.language = language;
        this.formats = new Formats(language);
        this.known = new PlanSnapshot(plan.revision(), plan.asOf(), items);
        this.words = new PlanWords(language, known);
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

    /** The goal that an item belongs to or, while it was there, belonged to. */
    public Optional<Item> goal(ItemRef ref) {
        return known.above(ref, ItemType.GOAL);
    }

    public String field(Field field) {
        return words.field(field);
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

    /** Everything that an item states but its place in the plan. */
    public List<Statement> statements(Item item) {
        return item.values().entrySet().stream()
                .filter(entry -> entry.getKey().attribute() != Attribute.PARENT)
                .map(entry ->
                        new Statement(entry.getKey(), field(entry.getKey()), value(entry.getKey(), entry.getValue())))
                .toList();
    }

    /** What is edited; a text in several languages gives one line for each language in which it differs. */
    public List<Line> lines(Change.Edit edit) {
        if (edit.field().attribute().type() != LocalizedText.class) {
            return List.of(new Line(
                    field(edit.field()),
                    value(edit.field(), edit.base()),
                    value(edit.field(), edit.value()),
                    deviation(edit)));
        }
        var lines = new ArrayList<Line>();
        for (var one : Language.values()) {
            var before = in(one, edit.base());
            var after = in(one, edit.value());
            if (!before.equals(after)) {
                lines.add(new Line(
                        text("change.in-language." + one.code(), field(edit.field())),
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
        var difference = edit.difference().orElse(BigDecimal.ZERO);
        if (difference.signum() == 0) {
            return "";
        }
        var unit = unit(edit.ref(), edit.field());
        var text = formats.signed(difference) + (unit.isEmpty() ? "" : " " + unit);
        return edit.base() instanceof Quantity base
                        && base.number() instanceof BigDecimal before
                        && before.signum() != 0
                ? text(
                        "change.deviation",
                        text,
                        formats.signed(difference.multiply(HUNDRED).divide(before.abs(), 1, RoundingMode.HALF_UP)))
                : text;
    }

    /** In what the numbers of a field are counted; empty where nothing says so. */
    public String unit(ItemRef ref, Field field) {
        if (field.attribute() == Attribute.AMOUNT) {
            return text("change.million-tenge");
        }
        return known.find(ref)
                .filter(item -> item.ref().type() == ItemType.SERIES)
                .map(item -> item.<@Nullable LocalizedText>get(Attribute.UNIT))
                .map(unit -> unit.in(language))
                .orElse("");
    }

    private String text(String key, Object... arguments) {
        return Messages.in(language, key, arguments);
    }
}
