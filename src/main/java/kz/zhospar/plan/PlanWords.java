package kz.zhospar.plan;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Messages;
import kz.zhospar.common.Quantity;
import org.jspecify.annotations.Nullable;

/** What items, fields and values of a plan are called in one language, for every screen and document alike. */
public final class PlanWords {

    private final Language language;
    private final Formats formats;
    private final PlanSnapshot plan;

    public PlanWords(Language language, PlanSnapshot plan) {
        this.language = language;
        this.formats = new Formats(language);
        this.plan = plan;
    }

    /** What kind of item it is and its number: {@code Показатель 11, строка 2}. */
    public String label(Item item) {
        var number = item.<@Nullable Integer>get(Attribute.NUMBER);
        return switch (item.ref().type()) {
            case SERIES -> seriesLabel(item);
            case GOAL, BODY, TERM -> type(item.ref().type()) + " " + item.get(Attribute.CODE);
            case FUNDING ->
                type(ItemType.FUNDING) + ": " + text("plan.funding-source." + item.get(Attribute.FUNDING_SOURCE));
            case PLAN -> type(ItemType.PLAN);
            default -> type(item.ref().type()) + (number == null ? "" : " " + number);
        };
    }

    private String seriesLabel(Item series) {
        var indicator = plan.parent(series);
        var number = indicator
                .map(item -> item.<@Nullable Integer>get(Attribute.NUMBER))
                .orElse(null);
        var several = plan.items().values().stream()
                        .filter(item -> item.ref().type() == ItemType.SERIES
                                && series.<UUID>get(Attribute.PARENT).equals(item.get(Attribute.PARENT)))
                        .count()
                > 1;
        var base = type(ItemType.INDICATOR) + " " + (number == null ? "" : number);
        return several ? text("plan.row-of", base, series.<Integer>get(Attribute.NUMBER)) : base;
    }

    /** What the item is called: its title, or that of what it is a row of. */
    public String title(Item item) {
        LocalizedText own = item.get(Attribute.TITLE);
        if (own != null && !own.isBlank()) {
            return own.in(language);
        }
        return item.ref().type() == ItemType.SERIES || item.ref().type() == ItemType.FUNDING
                ? plan.parent(item).map(this::title).orElse("")
                : "";
    }

    /** Label and title of an item of the plan; empty when there is no such item. */
    public Optional<String> name(ItemRef ref) {
        return plan.find(ref).map(item -> label(item) + " «" + title(item) + "»");
    }

    public String type(ItemType type) {
        return text("plan.type." + type);
    }

    /** {@code План, 2023 год}; years before the plan carry their own words. */
    public String field(Field field) {
        var name = text("plan.attribute." + field.attribute());
        return field.year() == null ? name : text("plan.in-year", name, String.valueOf(field.year()));
    }

    /** A value as a reader sees it; a dash-like sign where nothing is stated. */
    public String value(@Nullable Object value) {
        return switch (value) {
            case null -> text("plan.nothing");
            case Quantity quantity -> formats.quantity(quantity);
            case LocalizedText localized -> localized.in(language);
            case Boolean flag -> text(flag ? "plan.yes" : "plan.no");
            case Executors executors -> executors(executors);
            case Phases phases -> joined(phases.list(), this::phase);
            case Measures measures -> joined(measures.list(), this::measure);
            case Provenance provenance -> provenance(language, provenance);
            case UUID id -> reference(id);
            case Enum<?> choice -> text("plan.choice." + choice.name());
            case Item item -> title(item);
            default -> value.toString();
        };
    }

    private String executors(Executors executors) {
        return joined(executors.list(), executor -> {
            var body = reference(executor.body());
            return executor.byAgreement() ? text("plan.by-agreement", body) : body;
        });
    }

    private String phase(Phases.Phase phase) {
        var years = years(phase.from(), phase.to());
        return years.isEmpty() ? phase.what() : phase.what() + " (" + years + ")";
    }

    private String measure(Measures.Measure measure) {
        var value = measure.value() + " " + measure.unit();
        return measure.per() == Measures.Per.YEAR ? text("plan.per-year", value) : value;
    }

    /** {@code предварительный, источник: БНС, на 15.01.2026, комментарий: …} */
    public static String provenance(Language language, Provenance provenance) {
        var parts = new ArrayList<String>();
        parts.add(Messages.in(
                language, provenance.preliminary() ? "plan.provenance.preliminary" : "plan.provenance.final"));
        if (!provenance.source().isEmpty()) {
            parts.add(Messages.in(language, "plan.provenance.source", provenance.source()));
        }
        if (provenance.date() != null) {
            parts.add(Messages.in(language, "plan.provenance.date", new Formats(language).day(provenance.date())));
        }
        if (!provenance.comment().isEmpty()) {
            parts.add(Messages.in(language, "plan.provenance.comment", provenance.comment()));
        }
        return String.join(", ", parts);
    }

    /** {@code 2023–2025}, {@code с 2025}, {@code до 2026}, {@code 2024}, or nothing. */
    public String years(@Nullable Integer from, @Nullable Integer to) {
        if (from == null) {
            return to == null ? "" : text("plan.until-year", String.valueOf(to));
        }
        if (to == null) {
            return text("plan.from-year", String.valueOf(from));
        }
        return from.equals(to) ? String.valueOf(from) : from + "–" + to;
    }

    /** A due date as far as it is known: {@code 1 квартал 2023}, {@code март 2023}. */
    public String due(String due) {
        var parts = due.split("-");
        if (parts.length == 1) {
            return due;
        }
        if (parts[1].startsWith("H") || parts[1].startsWith("Q")) {
            return text("plan.due." + parts[1].charAt(0), parts[1].substring(1), parts[0]);
        }
        var month = Month.of(Integer.parseInt(parts[1]))
                .getDisplayName(TextStyle.FULL_STANDALONE, language.locale())
                .toLowerCase(Locale.ROOT);
        return parts.length == 2 ? month + " " + parts[0] : formats.date(LocalDate.parse(due));
    }

    private String reference(UUID id) {
        return plan.items().entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(id))
                .findFirst()
                .map(entry -> entry.getKey().type() == ItemType.BODY
                        ? entry.getValue()
                                .<LocalizedText>get(Attribute.ABBREVIATION)
                                .in(language)
                        : title(entry.getValue()))
                .orElse("");
    }

    private static <T> String joined(List<T> things, Function<T, String> words) {
        return things.stream().map(words).collect(Collectors.joining(", "));
    }

    private String text(String key, Object... arguments) {
        return Messages.in(language, key, arguments);
    }
}
