package kz.zhospar.plan;

import static kz.zhospar.plan.Attribute.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import org.jspecify.annotations.Nullable;

/** What a plan has to hold to after a set of changes. Only what the changes touch is judged: old faults stay old. */
public final class PlanRules {

    /** What is wrong, and with which field of which item; the field is null when it is the item as a whole. */
    public record Violation(
            Rule rule, ItemRef ref, @Nullable Field field) {}

    public enum Rule {
        TITLE_MISSING,
        TEXT_TOO_LONG,
        PARENT_MISSING,
        STILL_HAS_PARTS,
        STILL_REFERRED_TO,
        REFERENCE_UNKNOWN,
        YEARS_REVERSED,
        YEAR_OUT_OF_RANGE,
        DUE_NOT_A_DATE,
        MONEY_NOT_A_NUMBER,
        MONEY_NEGATIVE,
        EXECUTORS_MISSING,
        /** An indicator's number is one in the plan, a row's in its indicator, an action's in its goal. */
        NUMBER_TAKEN
    }

    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;
    private static final Pattern DUE_DATE =
            Pattern.compile("\\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Set<ItemType> UNTITLED = Set.of(ItemType.SERIES, ItemType.FUNDING);

    private static final Set<ItemType> NUMBERED = Set.of(ItemType.INDICATOR, ItemType.SERIES, ItemType.ACTION);

    private final Map<ItemRef, Item> items;
    private final Set<UUID> ids;
    private final List<Violation> violations = new ArrayList<>();

    private PlanRules(Map<ItemRef, Item> items) {
        this.items = items;
        this.ids = items.keySet().stream().map(ItemRef::id).collect(Collectors.toSet());
    }

    /**
     * Judges what the changes did.
     *
     * @param items the plan with the changes in it
     */
    public static List<Violation> check(Map<ItemRef, Item> items, Collection<? extends Change> changes) {
        var rules = new PlanRules(items);
        changes.stream().map(Change::ref).distinct().sorted().forEach(rules::check);
        changes.stream()
                .filter(PlanRules::numbers)
                .map(Change::ref)
                .distinct()
                .sorted()
                .forEach(rules::checkNumber);
        return rules.violations;
    }

    private void check(ItemRef ref) {
        var item = items.get(ref);
        if (item == null) {
            checkRemoved(ref);
            return;
        }
        if (!UNTITLED.contains(ref.type())
                && !(item.get(TITLE) instanceof LocalizedText title
                        && !title.ru().isBlank())) {
            report(Rule.TITLE_MISSING, ref, TITLE);
        }
        if (ref.type().has(PARENT) && !(item.get(PARENT) instanceof UUID parent && ids.contains(parent))) {
            report(Rule.PARENT_MISSING, ref, PARENT);
        }
        if (ref.type() == ItemType.SERIES && item.get(EXECUTORS) == null) {
            report(Rule.EXECUTORS_MISSING, ref, EXECUTORS);
        }
        checkPeriod(item);
        item.values().forEach((field, value) -> checkValue(ref, field, value));
    }

    /** Whether the change gives its item a number among others, or the same number among others than before. */
    private static boolean numbers(Change change) {
        return switch (change) {
            case Change.Add _ -> true;
            case Change.Edit edit ->
                Set.of(NUMBER, PARENT).contains(edit.field().attribute());
            case Change.Remove _ -> false;
        };
    }

    private void checkNumber(ItemRef ref) {
        var item = items.get(ref);
        if (item != null
                && NUMBERED.contains(ref.type())
                && item.get(NUMBER) instanceof Integer number
                && items.values().stream()
                        .anyMatch(other -> !other.ref().equals(ref)
                                && number.equals(other.get(NUMBER))
                                && isNumberedWith(item, other))) {
            report(Rule.NUMBER_TAKEN, ref, NUMBER);
        }
    }

    private boolean isNumberedWith(Item item, Item other) {
        return item.ref().type() == other.ref().type()
                && switch (item.ref().type()) {
                    case SERIES -> Objects.equals(item.get(PARENT), other.get(PARENT));
                    case ACTION -> Objects.equals(goal(item), goal(other));
                    default -> true;
                };
    }

    /** The id of what an action belongs to, over all actions that it is a part of. */
    private @Nullable UUID goal(Item action) {
        var parent = action.<@Nullable UUID>get(PARENT);
        for (var seen = new HashSet<UUID>(); parent != null && seen.add(parent); ) {
            var above = items.get(new ItemRef(ItemType.ACTION, parent));
            if (above == null) {
                return parent;
            }
            parent = above.get(PARENT);
        }
        return parent;
    }

    private void checkRemoved(ItemRef ref) {
        for (var item : items.values()) {
            if (ref.id().equals(item.get(PARENT))) {
                violations.add(new Violation(Rule.STILL_HAS_PARTS, ref, null));
                return;
            }
            if (item.values().values().stream().anyMatch(value -> refersTo(value, ref.id()))) {
                violations.add(new Violation(Rule.STILL_REFERRED_TO, ref, null));
                return;
            }
        }
    }

    private static boolean refersTo(Object value, UUID id) {
        return id.equals(value) || value instanceof Executors executors && executors.include(id);
    }

    private void checkPeriod(Item item) {
        if (item.get(FROM) instanceof Integer from && item.get(TO) instanceof Integer to && from > to) {
            report(Rule.YEARS_REVERSED, item.ref(), TO);
        }
    }

    private void checkValue(ItemRef ref, Field field, Object value) {
        switch (value) {
            case LocalizedText text
            when longest(text) > LONGEST_TITLE -> violations.add(new Violation(Rule.TEXT_TOO_LONG, ref, field));
            case String text
            when text.length() > LONGEST_TEXT -> violations.add(new Violation(Rule.TEXT_TOO_LONG, ref, field));
            case String due
            when field.attribute() == DUE && !DUE_DATE.matcher(due).matches() ->
                violations.add(new Violation(Rule.DUE_NOT_A_DATE, ref, field));
            case Integer year
            when Set.of(FROM, TO).contains(field.attribute()) && (year < EARLIEST || year > LATEST) ->
                violations.add(new Violation(Rule.YEAR_OUT_OF_RANGE, ref, field));
            case Provenance provenance -> checkProvenance(ref, field, provenance);
            case Quantity amount when field.attribute() == AMOUNT -> checkMoney(ref, field, amount);
            case UUID id
            when !ids.contains(id) && field.attribute() != PARENT ->
                violations.add(new Violation(Rule.REFERENCE_UNKNOWN, ref, field));
            case Executors executors
            when !executors.list().stream().allMatch(executor -> ids.contains(executor.body())) ->
                violations.add(new Violation(Rule.REFERENCE_UNKNOWN, ref, field));
            default -> {}
        }
        if (field.year() != null && (field.year() < EARLIEST || field.year() > LATEST)) {
            violations.add(new Violation(Rule.YEAR_OUT_OF_RANGE, ref, field));
        }
    }

    private void checkProvenance(ItemRef ref, Field field, Provenance provenance) {
        if (provenance.source().length() > Provenance.LONGEST_SOURCE
                || provenance.comment().length() > Provenance.LONGEST_COMMENT) {
            violations.add(new Violation(Rule.TEXT_TOO_LONG, ref, field));
        }
        var date = provenance.date();
        if (date != null && (date.getYear() < EARLIEST || date.getYear() > LATEST)) {
            violations.add(new Violation(Rule.YEAR_OUT_OF_RANGE, ref, field));
        }
    }

    private void checkMoney(ItemRef ref, Field field, Quantity amount) {
        var number = amount.number();
        if (number == null || !amount.prefix().isEmpty()) {
            violations.add(new Violation(Rule.MONEY_NOT_A_NUMBER, ref, field));
        } else if (number.signum() < 0) {
            violations.add(new Violation(Rule.MONEY_NEGATIVE, ref, field));
        }
    }

    private static int longest(LocalizedText text) {
        return Math.max(
                text.ru().length(), Math.max(text.kk().length(), text.en().length()));
    }

    private void report(Rule rule, ItemRef ref, Attribute attribute) {
        violations.add(new Violation(rule, ref, Field.of(attribute)));
    }
}
